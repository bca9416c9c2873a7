package weir.app.terminal;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Standard output for reports that print through writers which swallow failures: the first failure is remembered and
/// thrown by [#close()], which leaves standard output itself open.
public final class GuardedOutput extends FilterOutputStream {

    private Optional<IOException> failure = Optional.empty();

    public GuardedOutput(OutputStream out) {
        super(new BufferedOutputStream(out, 1 << 16));
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            throw remember(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw remember(e);
        }
    }

    private IOException remember(IOException e) {
        if (failure.isEmpty()) {
            failure = Optional.of(e);
        }
        return e;
    }

    @Override
    public void close() throws IOException {
        flush();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
