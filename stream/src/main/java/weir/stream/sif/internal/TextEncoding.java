package weir.stream.sif.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which encoding the first bytes of a document say. Source: XML 1.0, appendix F.
///
/// @param charset what to decode with
/// @param mark how many bytes the byte order mark takes
record TextEncoding(Charset charset, int mark) {

    /// How many bytes to look at: a declaration fits in.
    static final int BYTES = 256;

    private static final Pattern DECLARED = Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    /// Empty when the declaration names an encoding that is not read, or one the bytes contradict.
    static Optional<TextEncoding> of(byte[] start, int length) {
        if (length >= 3 && at(start, 0) == 0xef && at(start, 1) == 0xbb && at(start, 2) == 0xbf) {
            return declared(start, 3, length, "UTF-8").map(_ -> new TextEncoding(StandardCharsets.UTF_8, 3));
        }
        if (length >= 2 && at(start, 0) == 0xfe && at(start, 1) == 0xff) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, 2));
        }
        if (length >= 2 && at(start, 0) == 0xff && at(start, 1) == 0xfe) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, 2));
        }
        if (length >= 2 && at(start, 0) == 0 && at(start, 1) == '<') {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, 0));
        }
        if (length >= 2 && at(start, 0) == '<' && at(start, 1) == 0) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, 0));
        }
        return declared(start, 0, length, "").map(charset -> new TextEncoding(charset, 0));
    }

    private static Optional<Charset> declared(byte[] start, int from, int length, String only) {
        Matcher found = DECLARED.matcher(new String(start, from, length - from, StandardCharsets.ISO_8859_1));
        String name = found.find() ? found.group(1).toUpperCase(Locale.ROOT) : "UTF-8";
        if (!only.isEmpty() && !name.equals(only)) {
            return Optional.empty();
        }
        return switch (name) {
            case "UTF-8" -> Optional.of(StandardCharsets.UTF_8);
            case "US-ASCII" -> Optional.of(StandardCharsets.US_ASCII);
            case "ISO-8859-1" -> Optional.of(StandardCharsets.ISO_8859_1);
            case "WINDOWS-1252" -> Optional.of(Charset.forName("windows-1252"));
            default -> Optional.empty();
        };
    }

    private static int at(byte[] start, int index) {
        return start[index] & 0xff;
    }
}
