package weir.stream.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Cuts a document into pieces while it arrives; it holds two of them at most. For one thread. The stream is the caller's to
/// close.
public final class PieceCutter {

    private final InputStream in;
    private final DocumentId upload;
    private byte[] ahead;
    private int sequence;
    private boolean isDone;

    /// @param in the document without a header; the first piece begins with the header's line
    public PieceCutter(IngestHeader header, DocumentId upload, InputStream in) throws IOException {
        byte[] line = header.line().getBytes(StandardCharsets.US_ASCII);
        this.in = new SequenceInputStream(new ByteArrayInputStream(line), in);
        this.upload = upload;
        this.ahead = this.in.readNBytes(Piece.BYTES);
    }

    /// The next piece; empty after the last. There is always one.
    public Optional<Piece> next() throws IOException {
        if (isDone) {
            return Optional.empty();
        }
        byte[] body = ahead;
        ahead = in.readNBytes(Piece.BYTES);
        isDone = ahead.length == 0;
        return Optional.of(Piece.of(new PieceMark(upload, sequence++, isDone), body));
    }
}
