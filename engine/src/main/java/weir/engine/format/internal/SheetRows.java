package weir.engine.format.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.Row;
import weir.engine.format.FileRefused;
import weir.engine.format.Limits;
import weir.engine.format.RowBlock;
import weir.engine.issue.IssueCode;
import weir.engine.record.Cells;
import weir.engine.record.Value;

/// The rows of one sheet, the gaps between them filled with blank rows and every row as wide as the header. For one
/// thread.
public final class SheetRows implements AutoCloseable {

    private static final int BLOCK_ROWS = 1024;
    private static final Cells BLANK = Cells.of(new String[0]);

    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final SheetCells cells;
    private final Limits limits;
    private final List<String> header;
    private Optional<Row> ahead;
    private long nextRow = 2;

    /// @param stream closed with this
    public SheetRows(Stream<Row> stream, SheetCells cells, Limits limits) throws FileRefused {
        this.stream = stream;
        this.rows = stream.iterator();
        this.cells = cells;
        this.limits = limits;
        this.ahead = fetch();
        this.header = readHeader();
    }

    private Optional<Row> fetch() {
        return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    }

    private List<String> readHeader() throws FileRefused {
        if (ahead.isEmpty()) {
            return List.of();
        }
        if (ahead.get().getRowNum() > 1) {
            return List.of("");
        }
        List<String> texts = values(ahead.get(), 0).stream().map(Value::text).toList();
        ahead = fetch();
        return texts.isEmpty() ? List.of("") : texts;
    }

    /// The texts of the sheet's first row, none behind the last that is not blank.
    public List<String> header() {
        return header;
    }

    /// The next rows; empty at the end of the sheet.
    public Optional<RowBlock> nextBlock() throws FileRefused {
        List<Cells> block = new ArrayList<>();
        long first = nextRow;
        while (ahead.isPresent() && block.size() < BLOCK_ROWS) {
            Row row = ahead.get();
            requireInOrder(row);
            if (row.getRowNum() > nextRow) {
                block.add(BLANK);
            } else {
                block.add(Cells.of(values(row, header.size()).toArray(Value[]::new)));
                ahead = fetch();
            }
            nextRow++;
        }
        return block.isEmpty() ? Optional.empty() : Optional.of(RowBlock.of(first, block));
    }

    private void requireInOrder(Row row) throws FileRefused {
        if (row.getRowNum() < nextRow) {
            throw new FileRefused(IssueCode.FILE_NOT_TABULAR, nextRow, ZipInspection.WANTED);
        }
        if (row.getRowNum() - 1 > limits.rows()) {
            throw new FileRefused(IssueCode.TOO_MANY_ROWS, nextRow, limits.rows() + " rows");
        }
    }

    /// @param width how many cells at least
    private List<Value> values(Row row, int width) throws FileRefused {
        int count = row.getCellCount();
        List<Value> values = new ArrayList<>(Math.max(count, width));
        for (int i = 0; i < count; i++) {
            Value value = cells.value(Optional.ofNullable(row.getCell(i)));
            if (value instanceof Value.Text text && text.text().length() > limits.cellCharacters()) {
                throw new FileRefused(
                        IssueCode.CELL_TOO_LONG, row.getRowNum(), limits.cellCharacters() + " characters");
            }
            values.add(value);
        }
        while (values.size() > width && values.getLast().isBlank()) {
            values.removeLast();
        }
        if (values.size() > limits.columns()) {
            throw new FileRefused(IssueCode.TOO_MANY_COLUMNS, row.getRowNum(), limits.columns() + " columns");
        }
        while (values.size() < width) {
            values.add(Value.blank());
        }
        return values;
    }

    @Override
    public void close() {
        stream.close();
    }
}
