package weir.engine.format.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import weir.engine.format.FileRefused;
import weir.engine.format.Limits;
import weir.engine.format.RowBlock;
import weir.engine.issue.IssueCode;
import weir.engine.record.Cells;

/// Whole records of a CSV text, not parsed yet.
final class CsvBlock implements RowBlock {

    private static final int MAX_FIELDS = 16 * 1024;

    private final String text;
    private final long firstRow;
    private final int records;
    private final char delimiter;
    private final Limits limits;

    CsvBlock(RecordBuffer.Run run, Charset charset, char delimiter, Limits limits) {
        // Decoded by the thread that cuts: the bytes must be copied anyway, and that costs as much as decoding ASCII.
        this.text = new String(run.bytes(), run.from(), run.to() - run.from(), charset);
        this.firstRow = run.firstRow();
        this.records = run.records();
        this.delimiter = delimiter;
        this.limits = limits;
    }

    @Override
    public long firstRow() {
        return firstRow;
    }

    @Override
    public List<Cells> rows() throws FileRefused {
        List<Cells> rows = new ArrayList<>(records);
        try (CsvReader<String[]> reader = parser()) {
            for (String[] cells : reader) {
                for (String cell : cells) {
                    if (cell.length() > limits.cellCharacters()) {
                        throw new FileRefused(
                                IssueCode.CELL_TOO_LONG, firstRow + rows.size(), limits.cellCharacters() + " characters");
                    }
                }
                rows.add(Cells.of(cells));
            }
        } catch (CsvParseException e) {
            throw new FileRefused(IssueCode.QUOTE_MISPLACED, firstRow + rows.size(), "");
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory could not be read.", e);
        }
        if (rows.size() != records) {
            // Cutter and parser disagree about quotes: row numbers could not be trusted.
            throw new FileRefused(IssueCode.QUOTE_MISPLACED, firstRow, "");
        }
        return rows;
    }

    private CsvReader<String[]> parser() {
        StringArrayHandler handler = StringArrayHandler.builder()
                .maxFields(MAX_FIELDS)
                .maxFieldSize(limits.recordBytes())
                .maxRecordSize(limits.recordBytes())
                .build();
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(Math.max(limits.recordBytes(), 8192))
                .build(handler, text);
    }
}
