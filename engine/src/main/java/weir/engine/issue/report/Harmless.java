package weir.engine.issue.report;

import java.util.Locale;
import java.util.function.IntPredicate;

/// Makes names that strangers chose safe to show: file names, table names and column names may hold anything.
final class Harmless {

    private Harmless() {}

    /// For a terminal: what would move the cursor, change colours or turn the direction of text is written as its code
    /// point instead, as in `<U+001B>`.
    static String onTerminal(String text) {
        return replaced(text, Harmless::isUnseen);
    }

    /// For the text or an attribute of a page.
    static String inPage(String text) {
        String seen = onTerminal(text);
        StringBuilder escaped = new StringBuilder(seen.length() + 16);
        for (int i = 0; i < seen.length(); i++) {
            char c = seen.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /// For a CSV file that a spreadsheet may open: a text that it would run as a formula gets an apostrophe in front.
    static String inSpreadsheet(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /// For UTF-8, which cannot write half of a surrogate pair.
    static String inUtf8(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaced(text, Harmless::isHalfPair);
            }
        }
        return text;
    }

    /// At most `length` characters, the last of which is an ellipsis where the text was cut.
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }

    private static String replaced(String text, IntPredicate unwanted) {
        if (text.codePoints().noneMatch(unwanted)) {
            return text;
        }
        StringBuilder seen = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (unwanted.test(c)) {
                seen.append(String.format(Locale.ROOT, "<U+%04X>", c));
            } else {
                seen.appendCodePoint(c);
            }
        });
        return seen.toString();
    }

    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static boolean isHalfPair(int c) {
        return Character.getType(c) == Character.SURROGATE;
    }
}
