package weir.engine.compare;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Stands on one keyed row of a run after the other.
final class RunCursor implements Closeable, Comparable<RunCursor> {

    private final InputStream in;
    private byte[] row = new byte[256];

    private RunCursor(InputStream in) {
        this.in = in;
    }

    static RunCursor open(KeyedSource source) throws IOException {
        return new RunCursor(source.open());
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
            throw new EOFException("Sorted rows end before their time: they are shorter than they were written.");
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
