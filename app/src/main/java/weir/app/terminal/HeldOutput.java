package weir.app.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Holds back what is written until it is released, so that a command that cannot begin prints nothing.
public final class HeldOutput extends OutputStream {

    private final OutputStream out;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean isReleased;

    /// @param out gets what is released; this never closes it
    public HeldOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (isReleased) {
            out.write(bytes, offset, length);
        } else {
            held.write(bytes, offset, length);
        }
    }

    @Override
    public void flush() throws IOException {
        if (isReleased) {
            out.flush();
        }
    }

    /// Lets through what was written, and all that is written from now on.
    public void release() throws IOException {
        if (!isReleased) {
            isReleased = true;
            held.writeTo(out);
            held.reset();
            out.flush();
        }
    }
}
