package weir.stream.memory.store;

import java.nio.charset.StandardCharsets;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;

/// Packs the texts of objects by Zstandard: an object of SIF takes about a third. One of it is for one thread.
public final class Packing implements AutoCloseable {

    private static final int LEVEL = 1;
    private static final int LONGEST = 1 << 30;

    private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL).setContentSize(true);

    /// @param utf8 a text
    public byte[] packed(byte[] utf8) {
        return context.compress(utf8);
    }

    /// The text that was packed.
    static String text(byte[] packed) {
        long length = Zstd.getFrameContentSize(packed);
        if (length < 0 || length > LONGEST) {
            throw new IllegalStateException("A body in stream.object is not one that was packed here.");
        }
        return new String(Zstd.decompress(packed, (int) length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        context.close();
    }
}
