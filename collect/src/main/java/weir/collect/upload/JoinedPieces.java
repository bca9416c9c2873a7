package weir.collect.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectStore;

/// Objects one after the other as one stream, each opened when it is reached and proved when it is read.
final class JoinedPieces extends InputStream {

    private final ObjectStore objects;
    private final Iterator<String> pieces;
    private Optional<InputStream> open = Optional.empty();
    private long left;

    /// @param bytes how many there are in all: fewer is a failure
    JoinedPieces(ObjectStore objects, List<String> pieces, long bytes) {
        this.objects = objects;
        this.pieces = pieces.iterator();
        this.left = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        while (true) {
            int count = open.isPresent() ? open.get().read(into, from, length) : -1;
            if (count >= 0) {
                left -= count;
                return count;
            }
            close();
            if (!pieces.hasNext()) {
                requireAll();
                return -1;
            }
            open = Optional.of(objects.read(ObjectKey.of(pieces.next())));
        }
    }

    private void requireAll() throws IOException {
        if (left != 0) {
            throw new IOException("Pieces of the upload are missing. Nothing was handed over: ask for the offset again.");
        }
    }

    @Override
    public void close() throws IOException {
        if (open.isPresent()) {
            open.get().close();
            open = Optional.empty();
        }
    }
}
