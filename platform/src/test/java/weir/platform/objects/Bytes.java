package weir.platform.objects;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/// Bytes for tests: the same for the same seed.
final class Bytes {

    private Bytes() {}

    static byte[] of(long seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /// Computed apart from the code under test.
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A stream that breaks after some bytes, as a client does that goes away.
    static InputStream breakingAfter(byte[] bytes) {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The client has gone.");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("The client has gone.");
            }
        };
        return new SequenceInputStream(stream(bytes), broken);
    }
}
