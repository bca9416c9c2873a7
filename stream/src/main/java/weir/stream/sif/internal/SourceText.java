package weir.stream.sif.internal;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/// The characters of a document as the parser reads them, of which the last ones stay at hand: from the place it was told to
/// keep, and a little before and ahead. For one thread.
///
/// Places are counted in characters from the start of the document, its byte order mark left out.
public final class SourceText extends Reader {

    /// How much stays at hand before and ahead of what the parser has.
    private static final int MARGIN = 2_048;
    private static final int CHUNK = 1 << 16;
    /// How far the parser may have read ahead of what it has told of.
    private static final int READ_AHEAD = SifParser.BUFFER_CHARACTERS;
    private static final int DECODED_AT_ONCE = 512;
    private static final int LONGEST_LINE = 400;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes;
    private final int limit;
    private char[] window = new char[2 * CHUNK];
    /// Where the window begins in the document.
    private long base;
    private int filled;
    private int given;
    private long kept;
    private boolean isDrained;

    /// @param limit how many characters one kept part may have; what the parser reads ahead comes on top
    /// @throws CharConversionException when the encoding is none that is read
    public SourceText(InputStream in, int limit) throws IOException {
        this.in = in;
        this.limit = limit;
        byte[] start = in.readNBytes(TextEncoding.BYTES);
        TextEncoding encoding = TextEncoding.of(start, start.length)
                .orElseThrow(() -> new CharConversionException("encoding"));
        decoder = encoding.charset().newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        bytes = ByteBuffer.allocate(CHUNK);
        bytes.put(start, encoding.mark(), start.length - encoding.mark()).flip();
    }

    /// @throws CharConversionException when a byte is no character of the encoding
    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        while (filled - given <= MARGIN && !isDrained) {
            fill();
        }
        int ready = isDrained ? filled - given : filled - given - MARGIN;
        if (ready <= 0) {
            return -1;
        }
        int count = Math.min(length, ready);
        System.arraycopy(window, given, into, offset, count);
        given += count;
        return count;
    }

    /// Keeps everything from a place on until the next call; a little before it as well.
    public void keepFrom(long place) {
        kept = place;
    }

    /// Keeps everything from where the parser may be at the earliest: between objects nothing may be larger than one either.
    public void keepFromHere() {
        kept = Math.max(base, base + given - READ_AHEAD);
    }

    /// A part that was kept.
    public String text(long from, long to) {
        return new String(window, (int) (from - base), (int) (to - from));
    }

    /// The lines around a place: two before its own and two after, as far as they are at hand.
    public String around(long place) {
        int at = Math.clamp(place - base, 0, filled);
        int from = at;
        for (int feeds = 0; from > 0 && at - from < MARGIN && (window[from - 1] != '\n' || ++feeds <= 2); from--) {
            // goes back over two line feeds
        }
        int to = at;
        for (int feeds = 0; to < filled && to - at < MARGIN && (window[to] != '\n' || ++feeds <= 2); to++) {
            // goes on over two line feeds
        }
        StringBuilder lines = new StringBuilder();
        for (String line : new String(window, from, to - from).split("\n", -1)) {
            lines.append(line, 0, Math.min(line.length(), LONGEST_LINE)).append('\n');
        }
        return lines.toString();
    }

    private void fill() throws IOException {
        makeRoom();
        boolean isEnd = false;
        if (bytes.remaining() < CHUNK / 2) {
            bytes.compact();
            int count = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
            isEnd = bytes.remaining() > count;
            bytes.position(bytes.position() + count).flip();
        }
        if (decode(isEnd) && isEnd) {
            isDrained = true;
        }
    }

    /// Decodes a little at a time: the decoder is fast up to the first letter beyond ASCII of each part it is given.
    ///
    /// @return whether all bytes at hand were decoded, but for those of a letter that is not whole
    private boolean decode(boolean isEnd) throws CharConversionException {
        CharBuffer room = CharBuffer.wrap(window, filled, window.length - filled);
        int limitOfBytes = bytes.limit();
        boolean isLast = false;
        CoderResult result = CoderResult.UNDERFLOW;
        while (!isLast && result.isUnderflow()) {
            isLast = limitOfBytes - bytes.position() <= DECODED_AT_ONCE;
            bytes.limit(isLast ? limitOfBytes : bytes.position() + DECODED_AT_ONCE);
            result = decoder.decode(bytes, room, isLast && isEnd);
        }
        bytes.limit(limitOfBytes);
        filled = room.position();
        if (result.isError()) {
            throw new CharConversionException("bytes");
        }
        return result.isUnderflow();
    }

    /// Drops what is no longer at hand, and grows when that is not enough.
    private void makeRoom() throws IOException {
        long from = Math.max(base, Math.min(kept, base + given) - MARGIN);
        if (base + given - kept > limit + 2L * READ_AHEAD) {
            throw new ObjectTooLarge();
        }
        int drop = (int) (from - base);
        if (window.length - filled + drop < CHUNK / 2) {
            window = Arrays.copyOf(window, window.length * 2);
        }
        if (drop > 0 && window.length - filled < CHUNK) {
            System.arraycopy(window, drop, window, 0, filled - drop);
            base = from;
            filled -= drop;
            given -= drop;
        }
    }

    @Override
    public void close() {
        // The stream is the caller's.
    }

    /// An object is larger than the limit.
    static final class ObjectTooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
