package weir.app.terminal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// Tells how much of a stream was read.
public final class CountedStream extends FilterInputStream {

    private final LongConsumer progress;
    private long count;

    /// @param progress told how many bytes were read so far
    public CountedStream(InputStream source, LongConsumer progress) {
        super(source);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        count += Math.max(0, read);
        progress.accept(count);
        return read;
    }
}
