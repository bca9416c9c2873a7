package weir.engine.rule;

import java.util.ArrayList;
import java.util.List;

import weir.engine.dataset.Period;
import weir.engine.dataset.Table;
import weir.engine.expression.Expression;
import weir.engine.record.Row;

/// The rules of one record of a table and a period, planned. Needs no memory but its own. Safe for many threads.
public final class RecordRules {

    private final List<Rule> rules;
    private final Expression[] conditions;

    /// @param rules rules of one record; others are left out
    /// @throws weir.engine.expression.FaultyExpression when a condition does not fit the table
    public RecordRules(List<Rule> rules, Table table, Period period) {
        List<Rule> planned = new ArrayList<>();
        List<Expression> expressions = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.test() instanceof Rule.OfRecord(String condition)) {
                planned.add(rule);
                expressions.add(Expression.plan(condition, table, CollectionYear.of(period).names()));
            }
        }
        this.rules = List.copyOf(planned);
        this.conditions = expressions.toArray(Expression[]::new);
    }

    /// A rule that a row breaks.
    public record Broken(Rule rule, long row) {}

    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /// Adds the rules that the row breaks, in their order.
    public void check(Row row, List<Broken> broken) {
        for (int i = 0; i < conditions.length; i++) {
            if (conditions[i].holds(row)) {
                broken.add(new Broken(rules.get(i), row.number()));
            }
        }
    }
}
