package weir.engine.rule;

import java.util.List;
import java.util.OptionalInt;

import weir.engine.dataset.FieldName;
import weir.engine.dataset.Table;
import weir.engine.issue.Issue;
import weir.engine.issue.Place;
import weir.engine.issue.Shape;

/// Turns broken rules of one table of one file into issues. An issue has the rule's words and a place, and no value.
public final class RuleIssues {

    private final Place place;
    private final Table table;
    private final List<Integer> columns;

    /// @param columns for each field, the column of the file it stands in; empty where it is not known
    public RuleIssues(String file, Table table, List<Integer> columns) {
        this.place = Place.file(file).table(table.name().value());
        this.table = table;
        this.columns = List.copyOf(columns);
    }

    /// @param row the row as a spreadsheet counts it, or the line of an XML file
    public Issue issue(Rule rule, long row) {
        FieldName field = rule.fields().getFirst();
        Place at = table.shape().isPresent() ? place.line(row) : place.row(row);
        Place cell = at.field(field.value(), column(table.indexOf(field)));
        return new Issue(rule.issueCode(), rule.severity(), cell, rule.message(), Shape.NONE);
    }

    private int column(OptionalInt field) {
        return field.isPresent() && field.getAsInt() < columns.size() ? columns.get(field.getAsInt()) : -1;
    }
}
