package weir.platform.web.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;

/// A stream that throws once more than a number of bytes were read. Used by one thread.
public final class LimitedInput extends InputStream {

    /// Opens the stream when it is first read.
    @FunctionalInterface
    public interface Opening {

        InputStream open() throws IOException;
    }

    private final Opening opening;
    private final Supplier<RuntimeException> tooLong;
    private Optional<InputStream> opened = Optional.empty();
    private long left;

    public LimitedInput(Opening opening, long limit, Supplier<RuntimeException> tooLong) {
        this.opening = opening;
        this.left = limit;
        this.tooLong = tooLong;
    }

    private InputStream in() throws IOException {
        if (opened.isEmpty()) {
            opened = Optional.of(opening.open());
        }
        return opened.get();
    }

    @Override
    public int read() throws IOException {
        int read = in().read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = in().read(into, from, length);
        if (read > 0) {
            count(read);
        }
        return read;
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
