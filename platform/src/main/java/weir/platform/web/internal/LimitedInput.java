package weir.platform.web.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;

/// A stream that throws once more than a number of bytes were read, or when its sender breaks off. Used by one thread.
public final class LimitedInput extends InputStream {

    /// Opens the stream when it is first read.
    @FunctionalInterface
    public interface Opening {

        InputStream open() throws IOException;
    }

    private final Opening opening;
    private final Supplier<RuntimeException> tooLong;
    private final Supplier<RuntimeException> brokenOff;
    private Optional<InputStream> opened = Optional.empty();
    private long left;

    public LimitedInput(Opening opening, long limit, Supplier<RuntimeException> tooLong, Supplier<RuntimeException> brokenOff) {
        this.opening = opening;
        this.left = limit;
        this.tooLong = tooLong;
        this.brokenOff = brokenOff;
    }

    private InputStream in() throws IOException {
        if (opened.isEmpty()) {
            opened = Optional.of(opening.open());
        }
        return opened.get();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        int read = received(into, from, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    /// What the sender fails to send is the sender's fault: it must not be taken for a fault of ours.
    private int received(byte[] into, int from, int length) {
        try {
            return in().read(into, from, length);
        } catch (IOException _) {
            throw brokenOff.get();
        }
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw tooLong.get();
        }
    }

    @Override
    public void close() throws IOException {
        if (opened.isPresent()) {
            opened.get().close();
        }
    }
}
