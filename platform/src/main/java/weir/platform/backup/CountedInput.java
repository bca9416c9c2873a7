package weir.platform.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// Tells how many bytes come in.
final class CountedInput extends FilterInputStream {

    private final LongConsumer listener;

    CountedInput(InputStream in, LongConsumer listener) {
        super(in);
        this.listener = listener;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        listener.accept(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        listener.accept(Math.max(0, count));
        return count;
    }
}
