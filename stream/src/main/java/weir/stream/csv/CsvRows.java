package weir.stream.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import weir.stream.message.CsvOrigin;
import weir.stream.message.DocumentId;

/// The rows of a file that [CsvCheck] has found well-formed, one at a time. Memory does not grow with the file.
/// For one thread.
public final class CsvRows implements Closeable {

    private final CsvScanner scanner;
    private final CsvHeader header;
    private final DocumentId document;
    private final long total;
    private long line;

    private CsvRows(CsvScanner scanner, DocumentId document, long total) throws IOException {
        this.scanner = scanner;
        this.header = new CsvHeader(scanner.next() ? scanner.cells() : List.of());
        this.document = document;
        this.total = total;
    }

    /// @param in the same bytes that were checked; closed with the rows
    /// @param document the id of the upload, which every row bears
    /// @param total as the check has counted them
    public static CsvRows open(InputStream in, CsvLimits limits, DocumentId document, long total) throws IOException {
        return new CsvRows(new CsvScanner(in, limits), document, total);
    }

    public CsvHeader header() {
        return header;
    }

    /// The next row; empty after the last.
    /// @throws CsvNotWellFormed when the bytes are not those that were checked; nothing after the row is read
    public Optional<CsvRow> next() throws IOException, CsvNotWellFormed {
        while (scanner.next()) {
            if (scanner.isEmptyLine()) {
                continue;
            }
            if (scanner.fault().isPresent() || scanner.cells().size() != header.names().size()) {
                throw new CsvNotWellFormed(scanner.row());
            }
            line++;
            CsvOrigin origin = new CsvOrigin(line, scanner.content(), document, total);
            return Optional.of(new CsvRow(header, scanner.cells(), Optional.of(origin)));
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        scanner.close();
    }
}
