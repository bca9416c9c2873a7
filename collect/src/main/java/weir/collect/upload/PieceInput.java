package weir.collect.upload;

import java.io.IOException;
import java.io.InputStream;

/// So many bytes of a stream at most, which is left open.
final class PieceInput extends InputStream {

    private final InputStream source;
    private long left;

    PieceInput(InputStream source, long bytes) {
        this.source = source;
        this.left = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (left == 0) {
            return length == 0 ? 0 : -1;
        }
        int count = source.read(into, from, (int) Math.min(length, left));
        left -= Math.max(0, count);
        return count;
    }
}
