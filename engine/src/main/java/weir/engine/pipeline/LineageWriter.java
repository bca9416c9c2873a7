package weir.engine.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import weir.engine.format.ParquetWriter;
import weir.engine.format.TableWriter.Column;
import weir.engine.format.TableWriter.Kind;
import weir.engine.record.Row;
import weir.engine.record.Value;

/// Writes where each row of an output comes from: the file by its number and the row in it, one line for each row, in the
/// order of the output. It holds no value of a record. For one thread.
final class LineageWriter implements Closeable {

    private static final List<Column> COLUMNS =
            List.of(new Column("source", Kind.WHOLE), new Column("row", Kind.WHOLE));

    private final OutputStream out;
    private final ParquetWriter writer;

    private LineageWriter(OutputStream out) throws IOException {
        this.out = out;
        this.writer = new ParquetWriter(out, COLUMNS);
    }

    static LineageWriter open(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return new LineageWriter(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    void add(int source, long row) throws IOException {
        writer.write(new Row(row, new Value.Whole(source), new Value.Whole(row)));
    }

    /// Ends the file; it is whole afterwards.
    void finish() throws IOException {
        writer.close();
        close();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
