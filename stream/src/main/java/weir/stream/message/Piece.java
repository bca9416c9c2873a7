package weir.stream.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One message of a large document. Every piece but the last ends in a line `===snip k===`, k being its sequence; the line is
/// for readers, not for putting the document together, so a document may hold such a line itself.
///
/// @param value the bytes with the line
@SuppressWarnings("ArrayRecordComponent") // a message is bytes, and is never compared
public record Piece(PieceMark mark, byte[] value) {

    /// How many bytes of the document a piece holds: 950 KiB, so that it passes a broker that takes 1 MB.
    public static final int BYTES = 972_800;

    static Piece of(PieceMark mark, byte[] body) {
        if (mark.isLast()) {
            return new Piece(mark, body);
        }
        byte[] snip = snip(mark.sequence());
        byte[] value = Arrays.copyOf(body, body.length + snip.length);
        System.arraycopy(snip, 0, value, body.length, snip.length);
        return new Piece(mark, value);
    }

    /// How many of its bytes are the document's.
    ///
    /// @throws MalformedMessage when it lacks the line it should end with
    public int bodyLength() {
        if (mark.isLast()) {
            return value.length;
        }
        byte[] snip = snip(mark.sequence());
        int length = value.length - snip.length;
        if (length < 0 || !Arrays.equals(value, length, value.length, snip, 0, snip.length)) {
            throw new MalformedMessage("Piece " + mark.sequence() + " of an upload must end in its line '===snip "
                    + mark.sequence() + "==='.");
        }
        return length;
    }

    private static byte[] snip(int sequence) {
        return ("\n===snip " + sequence + "===\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return mark.text() + " " + value.length + " bytes";
    }
}
