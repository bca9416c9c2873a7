package weir.engine.clean;

import java.util.List;
import java.util.Optional;

import weir.engine.dataset.Field;
import weir.engine.dataset.Table;
import weir.engine.issue.IssueCode;
import weir.engine.record.Cells;
import weir.engine.record.Row;
import weir.engine.record.Value;

/// Turns the cells of records into rows of one table. Safe for several threads at once, each with its own [Findings].
public final class TableCleaner {

    private final CellReader[] readers;
    private final boolean[] required;
    private final int[] columns;
    private final int width;

    /// @param columns for each field of the table, the column of the file it stands in; -1 for a field that the file
    ///                lacks, which is then blank
    /// @param width   the number of columns of the header
    public TableCleaner(Table table, List<Integer> columns, int width) {
        List<Field> fields = table.fields();
        this.readers = fields.stream().map(CellReader::of).toArray(CellReader[]::new);
        this.required = new boolean[fields.size()];
        for (int i = 0; i < required.length; i++) {
            required[i] = fields.get(i).isRequired();
        }
        this.columns = columns.stream().mapToInt(Integer::intValue).toArray();
        this.width = width;
    }

    /// What must be true of the cells of a field, to follow "must be".
    public String expected(int field) {
        return readers[field].expected();
    }

    /// The row, or empty when the record is refused: it has more cells than its header, so that no cell can be trusted
    /// to stand in its column.
    ///
    /// @param number   the row's number
    /// @param position its position in the block, for the findings
    public Optional<Row> clean(Cells cells, long number, int position, Findings findings) {
        if (cells.size() != width && isMisshapen(cells, position, findings)) {
            return Optional.empty();
        }
        Value[] values = new Value[readers.length];
        for (int field = 0; field < values.length; field++) {
            values[field] = value(cells, field, position, findings);
        }
        return Optional.of(new Row(number, values));
    }

    private boolean isMisshapen(Cells cells, int position, Findings findings) {
        findings.at(position, Findings.WHOLE_ROW);
        if (cells.size() < width) {
            findings.add(IssueCode.ROW_TOO_SHORT, "");
            return false;
        }
        for (int column = width; column < cells.size(); column++) {
            if (!Blanks.trim(cells.text(column)).isEmpty()) {
                findings.add(IssueCode.ROW_TOO_LONG, "");
                return true;
            }
        }
        return false;
    }

    private Value value(Cells cells, int field, int position, Findings findings) {
        int column = columns[field];
        if (column < 0) {
            return Value.blank();
        }
        String text = Blanks.trim(cells.text(column));
        if (text.isEmpty()) {
            if (required[field]) {
                findings.at(position, field);
                findings.add(IssueCode.VALUE_BLANK, "");
            }
            return Value.blank();
        }
        findings.at(position, field);
        if (text.indexOf('\uFFFD') >= 0) {
            return CellReader.reject(IssueCode.ENCODING_BROKEN, text, findings);
        }
        return cells.isTyped(column)
                ? readers[field].readTyped(cells.typed(column), findings)
                : readers[field].read(text, findings);
    }
}
