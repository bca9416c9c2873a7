package weir.platform.objects;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/// Copies one stream while it is hashed, measured and limited. For one thread and one copy.
///
/// The first megabyte is hashed in passing. What follows is hashed on a thread of its own, because a hash costs about as
/// much as the writing.
final class ContentCopy {

    private static final int SMALL = 64 * 1024;
    private static final int LARGE = 1024 * 1024;

    /// Where the bytes go: all that remain in the buffer.
    @FunctionalInterface
    interface Target {
        void write(ByteBuffer bytes) throws IOException;
    }

    private final PutTerms terms;
    private final MessageDigest digest = Sha256.digest();
    private long size;

    ContentCopy(PutTerms terms) {
        this.terms = terms;
    }

    /// @throws TooLarge when there are more bytes than the terms allow; some may have been written by then
    Content copy(InputStream source, Target target) throws IOException {
        if (!copyStart(source, target)) {
            copyRest(source, target);
        }
        return new Content(Sha256.of(digest), size);
    }

    /// Whether the source has ended within the first megabyte.
    private boolean copyStart(InputStream source, Target target) throws IOException {
        byte[] buffer = new byte[SMALL];
        while (size < LARGE) {
            int count = source.readNBytes(buffer, 0, buffer.length);
            count(count);
            digest.update(buffer, 0, count);
            target.write(ByteBuffer.wrap(buffer, 0, count));
            if (count < buffer.length) {
                return true;
            }
        }
        return false;
    }

    private void copyRest(InputStream source, Target target) throws IOException {
        try (HashThread hashing = HashThread.start(digest, LARGE)) {
            int count;
            do {
                byte[] buffer = hashing.freeBuffer();
                count = source.readNBytes(buffer, 0, buffer.length);
                count(count);
                hashing.hash(buffer, count);
                target.write(ByteBuffer.wrap(buffer, 0, count));
            } while (count == LARGE);
            hashing.finish();
        }
    }

    private void count(int more) throws TooLarge {
        size += more;
        if (size > terms.byteLimit()) {
            throw new TooLarge(terms.byteLimit());
        }
        if (more > 0) {
            terms.progress().accept(size);
        }
    }
}
