package weir.engine.format.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Finds the encoding of a text from its bytes.
///
/// A byte order mark decides. Without one, zero bytes at every other place mean UTF-16. Otherwise the first byte above
/// 127 decides, wherever it stands: when it begins a well-formed UTF-8 sequence the whole text is UTF-8, else it is
/// windows-1252.
public final class TextEncoding {

    /// How many bytes [#ofStart] looks at.
    public static final int START_BYTES = 4096;

    /// What the first bytes say.
    ///
    /// @param charset    the encoding, where the start decides it
    /// @param markLength the length of the byte order mark
    public record Start(Optional<Charset> charset, int markLength) {}

    private TextEncoding() {}

    public static Start ofStart(byte[] bytes, int length) {
        if (startsWith(bytes, length, 0xEF, 0xBB, 0xBF)) {
            return new Start(Optional.of(StandardCharsets.UTF_8), 3);
        }
        if (startsWith(bytes, length, 0xFF, 0xFE)) {
            return new Start(Optional.of(StandardCharsets.UTF_16LE), 2);
        }
        if (startsWith(bytes, length, 0xFE, 0xFF)) {
            return new Start(Optional.of(StandardCharsets.UTF_16BE), 2);
        }
        return new Start(utf16WithoutMark(bytes, length), 0);
    }

    private static boolean startsWith(byte[] bytes, int length, int... mark) {
        if (length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> utf16WithoutMark(byte[] bytes, int length) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        int most = length / 2 * 9 / 10;
        if (length >= 4 && odd > most && even == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (length >= 4 && even > most && odd == 0) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    /// The position of the first byte above 127 in `[from, to)`, or -1.
    static int firstAboveAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return i;
            }
        }
        return -1;
    }

    /// Whether a well-formed UTF-8 sequence of two to four bytes begins at `at`.
    static boolean isUtf8Sequence(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xFF;
        int length = lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > to) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }

    /// `in` as UTF-8, transcoded while it is read. Closing it closes `in`.
    public static InputStream toUtf8(InputStream in, Charset charset) throws IOException {
        return new Utf8Transcoder(in, charset);
    }
}
