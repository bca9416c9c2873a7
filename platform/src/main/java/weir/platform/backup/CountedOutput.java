package weir.platform.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/// Tells how many bytes go through.
final class CountedOutput extends FilterOutputStream {

    private final LongConsumer listener;

    CountedOutput(OutputStream out, LongConsumer listener) {
        super(out);
        this.listener = listener;
    }

    @Override
    public void write(int one) throws IOException {
        out.write(one);
        listener.accept(1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        listener.accept(length);
    }
}
