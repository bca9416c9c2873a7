package weir.engine.record;

import java.util.Locale;

/// How identifiers are written alike: as a whole number without leading zeros or a trailing `.0`, else in capitals.
///
/// `123.0`, `0123` and `123` are one child; so are `abc1` and `ABC1`. Nothing else is changed: `12E4` is no number here.
public final class WholeNumberText {

    private WholeNumberText() {}

    public static String of(String text) {
        String trimmed = text.strip();
        int end = endOfNumber(trimmed);
        if (end < 0) {
            return trimmed.toUpperCase(Locale.ROOT);
        }
        int start = 0;
        while (start < end - 1 && trimmed.charAt(start) == '0') {
            start++;
        }
        return trimmed.substring(start, end);
    }

    /// Where the digits before an empty fraction end; -1 when the text is no whole number.
    private static int endOfNumber(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        if (end == 0) {
            return -1;
        }
        if (end == text.length()) {
            return end;
        }
        if (text.charAt(end) != '.') {
            return -1;
        }
        for (int i = end + 1; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                return -1;
            }
        }
        return end;
    }
}
