package weir.engine.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

import weir.engine.format.CsvParts;
import weir.engine.format.ParquetWriter;
import weir.engine.format.TableWriter;
import weir.engine.format.TableWriter.Column;
import weir.engine.record.Row;

/// One table as files: CSV, in parts when it is large, and Parquet, which is encoded on a thread of its own. For one
/// thread.
final class TableFiles implements Closeable {

    private final Optional<CsvParts> csv;
    private final Optional<ParquetFile> parquet;

    /// A Parquet file in the making.
    private record ParquetFile(Path path, OutputStream out, ParquetWriter writer, Lane<Row> lane) {

        static ParquetFile open(Path path, List<Column> columns) throws IOException {
            OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                ParquetWriter writer = new ParquetWriter(out, columns);
                return new ParquetFile(path, out, writer, new Lane<>("parquet", rows -> writeAll(writer, rows)));
            } catch (IOException | RuntimeException e) {
                out.close();
                throw e;
            }
        }

        private static void writeAll(ParquetWriter writer, List<Row> rows) throws IOException {
            for (Row row : rows) {
                writer.write(row);
            }
        }

        /// Waits for the rows that are under way and ends the file.
        void finish() throws IOException {
            lane.finish();
            writer.close();
        }

        /// Ends the thread and closes the file, whole or not.
        void close() throws IOException {
            lane.close();
            out.close();
        }
    }

    private TableFiles(Optional<CsvParts> csv, Optional<ParquetFile> parquet) {
        this.csv = csv;
        this.parquet = parquet;
    }

    static TableFiles open(Path folder, String name, List<Column> columns, Formats formats, long partBytes)
            throws IOException {
        Files.createDirectories(folder);
        Optional<CsvParts> csv = formats.csv()
                ? Optional.of(new CsvParts(folder, name, TableWriter.names(columns), partBytes))
                : Optional.empty();
        try {
            return formats.parquet()
                    ? new TableFiles(csv, Optional.of(ParquetFile.open(folder.resolve(name + ".parquet"), columns)))
                    : new TableFiles(csv, Optional.empty());
        } catch (IOException | RuntimeException e) {
            if (csv.isPresent()) {
                csv.get().close();
            }
            throw e;
        }
    }

    /// @param encoded the same rows as CSV
    /// @param rows    handed over: the list must not change afterwards
    void write(byte[] encoded, List<Row> rows) throws IOException {
        if (csv.isPresent()) {
            csv.get().write(encoded);
        }
        if (parquet.isPresent()) {
            parquet.get().lane().put(rows);
        }
    }

    /// Writes what is under way; the files are whole afterwards.
    void finish() throws IOException {
        if (parquet.isPresent()) {
            parquet.get().finish();
        }
        close();
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
        if (csv.isPresent()) {
            for (Path part : csv.get().files()) {
                Files.deleteIfExists(part);
            }
        }
        if (parquet.isPresent()) {
            Files.deleteIfExists(parquet.get().path());
        }
    }
}
