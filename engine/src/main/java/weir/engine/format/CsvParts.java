package weir.engine.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Writes encoded CSV rows to a file, or to several parts when they grow past a size. For one thread.
///
/// A table that fits is `NAME.csv`; one that does not is `NAME_part1.csv`, `NAME_part2.csv` and so on, each with the
/// header. A part ends with a whole row.
public final class CsvParts implements Closeable {

    private final Path folder;
    private final String name;
    private final byte[] header;
    private final long partBytes;
    private final List<Path> parts = new ArrayList<>();
    private OutputStream out;
    private long written;

    /// @param partBytes the size past which no further row is added to a part
    public CsvParts(Path folder, String name, List<String> columns, long partBytes) throws IOException {
        this.folder = folder;
        this.name = name;
        this.header = CsvEncoder.header(columns);
        this.partBytes = partBytes;
        this.out = begin(folder.resolve(name + ".csv"));
    }

    private OutputStream begin(Path file) throws IOException {
        OutputStream part = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        parts.add(file);
        part.write(header);
        written = header.length;
        return part;
    }

    /// @param rows whole rows, as [CsvEncoder] makes them
    public void write(byte[] rows) throws IOException {
        int from = 0;
        while (from < rows.length) {
            int to = fitting(rows, from);
            if (to == from) {
                beginNext();
            } else {
                out.write(rows, from, to - from);
                written += to - from;
                from = to;
            }
        }
    }

    /// Where the rows that this part still takes end. A part takes one row at least, however long that is.
    private int fitting(byte[] rows, int from) {
        long room = partBytes - written;
        if (rows.length - from <= room) {
            return rows.length;
        }
        int end = from;
        boolean isQuoted = false;
        for (int i = from; i < rows.length; i++) {
            isQuoted ^= rows[i] == '"';
            if (rows[i] == '\n' && !isQuoted) {
                boolean isFirst = written == header.length && end == from;
                if (i + 1 - from > room && !isFirst) {
                    return end;
                }
                end = i + 1;
            }
        }
        return end;
    }

    private void beginNext() throws IOException {
        out.close();
        if (parts.size() == 1) {
            Path first = folder.resolve(name + "_part1.csv");
            Files.move(parts.getFirst(), first);
            parts.set(0, first);
        }
        out = begin(folder.resolve(name + "_part" + (parts.size() + 1) + ".csv"));
    }

    /// The files written, in order.
    public List<Path> files() {
        return List.copyOf(parts);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
