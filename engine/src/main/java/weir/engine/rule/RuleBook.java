package weir.engine.rule;

import java.util.List;

import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Period;
import weir.engine.dataset.TableName;

/// The rules of one dataset, in the order of its files. Immutable.
public record RuleBook(DatasetId dataset, List<Rule> rules) {

    public RuleBook {
        rules = List.copyOf(rules);
    }

    /// The rules of one record that hold for a table of a period.
    public List<Rule> ofRecords(TableName table, Period period) {
        return rules.stream()
                .filter(rule -> rule.test() instanceof Rule.OfRecord && rule.table().equals(table))
                .filter(rule -> rule.holdsFor(period))
                .toList();
    }

    /// The rules across records that hold for a period.
    public List<Rule> across(Period period) {
        return rules.stream()
                .filter(rule -> rule.test() instanceof Rule.Across && rule.holdsFor(period))
                .toList();
    }
}
