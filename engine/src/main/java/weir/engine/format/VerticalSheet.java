package weir.engine.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import weir.engine.issue.IssueCode;
import weir.engine.record.Cells;
import weir.engine.record.Value;

/// A sheet that holds one record, turned on its side: what stands in the second column becomes the header, what stands in
/// the third the only row. Column 0 is row 1 of the sheet. For one thread; it holds the sheet, which is small.
public final class VerticalSheet implements TableReader {

    /// Where labels and values stand, counted from 0.
    public static final int LABELS = 1;

    public static final int VALUES = 2;

    private final TableReader sheet;
    private final List<String> labels = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();
    private boolean isRead;
    private boolean hasColumns;

    private VerticalSheet(TableReader sheet) {
        this.sheet = sheet;
    }

    /// @param sheet stands on the sheet; it is not closed with this
    /// @throws FileRefused when the sheet has more rows than the limits allow columns
    public static VerticalSheet read(TableReader sheet, Limits limits) throws IOException, FileRefused {
        VerticalSheet vertical = new VerticalSheet(sheet);
        vertical.add(Cells.of(sheet.header().toArray(String[]::new)), limits);
        Optional<RowBlock> block = sheet.nextBlock();
        while (block.isPresent()) {
            for (Cells row : block.get().rows()) {
                vertical.add(row, limits);
            }
            block = sheet.nextBlock();
        }
        return vertical;
    }

    private void add(Cells row, Limits limits) throws FileRefused {
        if (labels.size() == limits.columns()) {
            throw new FileRefused(IssueCode.TOO_MANY_ROWS, labels.size(), limits.columns() + " rows of a form");
        }
        hasColumns |= row.size() > VALUES;
        labels.add(row.text(LABELS));
        values.add(row.isTyped(VALUES) ? row.typed(VALUES) : Value.text(row.text(VALUES)));
    }

    /// There is one, and this stands on it.
    @Override
    public boolean nextTable() {
        return false;
    }

    @Override
    public String sheet() {
        return sheet.sheet();
    }

    @Override
    public List<String> sheets() {
        return sheet.sheets();
    }

    /// The labels, blanks included; none when the sheet has no third column.
    @Override
    public List<String> header() {
        return hasColumns ? List.copyOf(labels) : List.of();
    }

    @Override
    public Optional<RowBlock> nextBlock() {
        if (isRead) {
            return Optional.empty();
        }
        isRead = true;
        return Optional.of(RowBlock.of(2, List.of(Cells.of(values.toArray(Value[]::new)))));
    }

    @Override
    public long bytesRead() {
        return sheet.bytesRead();
    }

    /// Closes nothing: the sheet belongs to its reader.
    @Override
    public void close() {}
}
