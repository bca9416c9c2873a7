package weir.engine.rule;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import weir.engine.dataset.DatasetId;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.Period;
import weir.engine.dataset.TableName;
import weir.engine.issue.IssueCode;
import weir.engine.issue.Severity;

/// One rule of a dataset, as it stands for some periods.
///
/// @param dataset  whose rule it is
/// @param code     the code of who published it: `148`, `SW02STG1`
/// @param severity an error blocks, a warning asks for a reason
/// @param message  what is wrong where it is broken, as published
/// @param source   the publication, by its name in the dataset
/// @param since    the first period it holds for
/// @param until    the last; empty while it holds
/// @param table    the table whose rows break it
/// @param fields   the fields it is about; an issue points to the first. Never empty
/// @param test     how a broken rule is found
/// @param passes   cases that keep it; one at least
/// @param fails    cases that break it; one at least
public record Rule(
        DatasetId dataset,
        String code,
        Severity severity,
        String message,
        String source,
        Period since,
        Optional<Period> until,
        TableName table,
        List<FieldName> fields,
        Test test,
        List<RuleCase> passes,
        List<RuleCase> fails) {

    public Rule {
        fields = List.copyOf(fields);
        passes = List.copyOf(passes);
        fails = List.copyOf(fails);
    }

    /// How a broken rule is found.
    public sealed interface Test {}

    /// A condition of one record, in CEL; true where the rule is broken.
    public record OfRecord(String condition) implements Test {}

    /// A query over whole tables, in SQL; its column `_row` names the rows of the rule's table that break it.
    ///
    /// @param reads the tables it names; it is not asked while one of them is not at hand
    public record Across(String query, List<TableUse> reads) implements Test {
        public Across {
            reads = List.copyOf(reads);
        }

        /// Whether the query may name a field: whether the name stands in it as a word.
        public boolean names(FieldName field) {
            return Pattern.compile("(?i)\\b" + Pattern.quote(field.value()) + "\\b").matcher(query).find();
        }
    }

    /// A table that a query names, of the period that is checked or of the one before: `header`, `header_last`.
    public record TableUse(TableName table, boolean isLast) {

        /// The name in queries.
        public String name() {
            return isLast ? table.value() + "_last" : table.value();
        }
    }

    public boolean holdsFor(Period period) {
        return since.compareTo(period) <= 0 && until.filter(last -> last.compareTo(period) < 0).isEmpty();
    }

    /// The code that reports show: the dataset and the rule, `ssda903-148`.
    public IssueCode issueCode() {
        return new IssueCode((dataset.value() + "-" + code).replaceAll("[^A-Za-z0-9]+", "-"));
    }
}
