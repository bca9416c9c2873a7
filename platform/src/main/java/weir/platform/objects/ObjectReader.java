package weir.platform.objects;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/// The bytes of an object, hashed while they are read. For one thread.
///
/// The read that delivers the last byte fails with [ObjectCorrupted] when the bytes are not the stored ones, so whoever
/// reads all of them knows. What came before must be thrown away then. [#skip] reads and hashes what it skips.
public final class ObjectReader extends InputStream {

    private final StoredObject object;
    private final InputStream body;
    private final MessageDigest digest = Sha256.digest();
    private final byte[] one = new byte[1];
    private long left;
    private boolean isProved;

    ObjectReader(StoredObject object, InputStream body) {
        this.object = object;
        this.body = body;
        this.left = object.size();
    }

    /// What is being read.
    public StoredObject object() {
        return object;
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = left == 0 ? -1 : body.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) {
            prove();
            return -1;
        }
        digest.update(bytes, offset, count);
        left -= count;
        if (left == 0) {
            prove();
        }
        return count;
    }

    private void prove() throws IOException {
        if (isProved) {
            return;
        }
        if (left > 0) {
            throw new ObjectCorrupted(object.key(), "ends too early, " + left + " bytes are missing");
        }
        if (body.read() >= 0) {
            throw new ObjectCorrupted(object.key(), "is longer than what was stored");
        }
        if (!Sha256.of(digest).equals(object.sha256())) {
            throw new ObjectCorrupted(object.key(), "is not what was stored: its checksum differs");
        }
        isProved = true;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
