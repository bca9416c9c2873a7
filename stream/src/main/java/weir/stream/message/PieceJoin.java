package weir.stream.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/// The document of an upload, read from its pieces one at a time. For one thread.
///
/// The pieces come in their sequence, from 0, all of one upload; reading fails with a [MalformedMessage] at the first that
/// does not, and when they end before the last, so that half a document is never taken for a whole one.
public final class PieceJoin extends InputStream {

    private final DocumentId upload;
    private final Iterator<Piece> pieces;
    private byte[] body = {};
    private int at;
    private int end;
    private int sequence;
    private boolean isLast;

    public PieceJoin(DocumentId upload, Iterator<Piece> pieces) {
        this.upload = upload;
        this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
        return fill() ? body[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(body, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean fill() {
        while (at == end) {
            if (isLast) {
                return false;
            }
            open();
        }
        return true;
    }

    private void open() {
        if (!pieces.hasNext()) {
            throw new MalformedMessage("Piece " + sequence + " of upload " + upload + " is missing.");
        }
        Piece piece = pieces.next();
        if (!piece.mark().upload().equals(upload) || piece.mark().sequence() != sequence) {
            throw new MalformedMessage("Piece " + sequence + " of upload " + upload + " is missing; another came in its place.");
        }
        body = piece.value();
        at = 0;
        end = piece.bodyLength();
        isLast = piece.mark().isLast();
        sequence++;
    }
}
