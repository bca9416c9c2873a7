package weir.engine.compare;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/// Stands on one keyed row of a run after the other.
final class RunCursor implements Closeable, Comparable<RunCursor> {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private byte[] row = new byte[256];

    private RunCursor(InputStream in) {
        this.in = in;
    }

    static RunCursor open(SortedRuns.Run run) throws IOException {
        return new RunCursor(
                switch (run) {
                    case SortedRuns.Run.InMemory memory -> new java.io.ByteArrayInputStream(memory.bytes());
                    case SortedRuns.Run.OnDisk disk -> new BufferedInputStream(Files.newInputStream(disk.file()), BUFFER);
                });
    }

    /// The keyed row, from position 0; good until the next one is asked for.
    byte[] row() {
        return row;
    }

    boolean next() throws IOException {
        int count = in.readNBytes(row, 0, 4);
        if (count < 4) {
            return false;
        }
        int length = Bytes.intAt(row, 0);
        if (length + 4 > row.length) {
            row = java.util.Arrays.copyOf(row, Math.max(row.length * 2, length + 4));
        }
        if (in.readNBytes(row, 4, length) < length) {
            throw new EOFException("A sorted run on disk is shorter than it was written.");
        }
        return true;
    }

    @Override
    public int compareTo(RunCursor other) {
        return KeyedRows.compare(row, 0, other.row, 0);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
