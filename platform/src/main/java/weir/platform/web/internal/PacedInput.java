package weir.platform.web.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

import weir.platform.web.Pace;

/// A stream that throws once its sender has been too slow. Used by one thread.
public final class PacedInput extends FilterInputStream {

    private final Pace pace;
    private final Supplier<RuntimeException> tooSlow;
    private long bytes;
    private long waitedNanos;

    public PacedInput(InputStream in, Pace pace, Supplier<RuntimeException> tooSlow) {
        super(in);
        this.pace = pace;
        this.tooSlow = tooSlow;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        long begun = pace.nanos().getAsLong();
        int read = in.read(into, from, length);
        waitedNanos += pace.nanos().getAsLong() - begun;
        bytes += Math.max(0, read);
        if (read >= 0 && pace.isTooSlow(bytes, waitedNanos)) {
            throw tooSlow.get();
        }
        return read;
    }
}
