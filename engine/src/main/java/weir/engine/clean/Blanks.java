package weir.engine.clean;

/// What counts as white space in a cell: what Unicode calls so, the no-break spaces, and the marks that show nothing.
final class Blanks {

    private Blanks() {}

    static boolean isSpace(char c) {
        if (c <= ' ') {
            return true;
        }
        return c >= 0x80
                && (Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || c == '\u0085'
                        || c == '\u200B'
                        || c == '\u2060'
                        || c == '\uFEFF');
    }

    /// The text without white space around it; empty when there is nothing else.
    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return from == 0 && to == text.length() ? text : text.substring(from, to);
    }
}
