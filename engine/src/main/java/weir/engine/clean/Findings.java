package weir.engine.clean;

import java.util.ArrayList;
import java.util.List;

import weir.engine.issue.IssueCode;
import weir.engine.record.Sensitive;

/// Collects what is found in the rows of one block, in their order. For one thread.
public final class Findings {

    /// One finding.
    ///
    /// @param row   the position of the row in its block, counted from 0
    /// @param field the position of the field in its table, counted from 0; [#WHOLE_ROW] when it is about the row
    /// @param code  the rule broken
    /// @param cell  what stood there
    public record Finding(int row, int field, IssueCode code, Sensitive cell) {}

    public static final int WHOLE_ROW = -1;

    private final List<Finding> found = new ArrayList<>();
    private int row;
    private int field;

    void at(int rowOffset, int fieldIndex) {
        row = rowOffset;
        field = fieldIndex;
    }

    void add(IssueCode code, String cell) {
        found.add(new Finding(row, field, code, new Sensitive(cell)));
    }

    public List<Finding> list() {
        return found;
    }
}
