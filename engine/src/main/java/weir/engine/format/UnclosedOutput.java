package weir.engine.format;

import java.io.IOException;
import java.io.OutputStream;

/// Keeps a library from closing what it did not open: closing flushes.
public final class UnclosedOutput extends OutputStream {

    private final OutputStream out;

    public UnclosedOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        out.write(bytes, from, count);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
