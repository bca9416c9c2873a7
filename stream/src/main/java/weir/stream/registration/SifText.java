package weir.stream.registration;

/// What cells become in XML, so that no cell can break it: `&`, `<`, `>` and quotes are escaped, and what XML 1.0 cannot hold
/// at all becomes U+FFFD.
final class SifText {

    private static final char REPLACEMENT = '\uFFFD';

    private SifText() {}

    /// Adds a text as the content of an element.
    static void addTo(StringBuilder xml, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\r' -> xml.append("&#13;");
                default -> xml.append(isAllowed(text, i) ? c : REPLACEMENT);
            }
        }
    }

    private static boolean isAllowed(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c >= ' ' ? c < '\uFFFE' : c == '\t' || c == '\n' || c == '\r';
    }
}
