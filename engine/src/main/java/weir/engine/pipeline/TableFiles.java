package weir.engine.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import weir.engine.format.CsvParts;
import weir.engine.format.TableWriter;
import weir.engine.format.TableWriter.Column;
import weir.engine.record.Row;

/// One table as files: CSV, in parts when it is large, and Parquet. For one thread.
final class TableFiles implements Closeable {

    private final Optional<CsvParts> csv;
    private final Optional<TableWriter> parquet;
    private final Optional<Path> parquetFile;

    private TableFiles(Optional<CsvParts> csv, Optional<TableWriter> parquet, Optional<Path> parquetFile) {
        this.csv = csv;
        this.parquet = parquet;
        this.parquetFile = parquetFile;
    }

    static TableFiles open(Path folder, String name, List<Column> columns, Formats formats, long partBytes)
            throws IOException {
        Files.createDirectories(folder);
        Optional<CsvParts> csv = formats.csv()
                ? Optional.of(new CsvParts(folder, name, TableWriter.names(columns), partBytes))
                : Optional.empty();
        return new TableFiles(csv, Optional.empty(), Optional.empty());
    }

    /// @param encoded the same rows as CSV
    void write(byte[] encoded, List<Row> rows) throws IOException {
        if (csv.isPresent()) {
            csv.get().write(encoded);
        }
        if (parquet.isPresent()) {
            for (Row row : rows) {
                parquet.get().write(row);
            }
        }
    }

    List<Path> files() {
        List<Path> files = new ArrayList<>();
        csv.ifPresent(parts -> files.addAll(parts.files()));
        parquetFile.ifPresent(files::add);
        return files;
    }

    @Override
    public void close() throws IOException {
        try {
            if (csv.isPresent()) {
                csv.get().close();
            }
        } finally {
            if (parquet.isPresent()) {
                parquet.get().close();
            }
        }
    }

    /// Closes and removes what was written.
    void delete() throws IOException {
        close();
        for (Path file : files()) {
            Files.deleteIfExists(file);
        }
    }
}
