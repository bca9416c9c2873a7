package weir.engine.clean;

import weir.engine.issue.IssueCode;
import weir.engine.record.Value;

/// Reads United Kingdom postcodes, written with or without spaces and in either case, as `AB1 2CD`.
///
/// The outward part is one or two letters, one or two digits and perhaps a letter; the inward part a digit and two
/// letters. `GIR 0AA` is the one exception. Whether the postcode exists is not asked.
final class PostcodeReader extends CellReader {

    private static final int LONGEST = 7;
    private static final int INWARD = 3;

    @Override
    Value read(String text, Findings findings) {
        char[] compact = new char[LONGEST];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Blanks.isSpace(c)) {
                continue;
            }
            if (length == LONGEST) {
                return reject(IssueCode.VALUE_NOT_POSTCODE, text, findings);
            }
            compact[length++] = c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
        }
        if (!isPostcode(compact, length)) {
            return reject(IssueCode.VALUE_NOT_POSTCODE, text, findings);
        }
        int outward = length - INWARD;
        if (text.length() == length + 1 && text.charAt(outward) == ' ' && isUpper(text)) {
            return new Value.Text(text);
        }
        return new Value.Text(
                new String(compact, 0, outward) + ' ' + new String(compact, outward, INWARD));
    }

    private static boolean isUpper(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 'a') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPostcode(char[] c, int length) {
        int outward = length - INWARD;
        return outward >= 2
                && isDigit(c[outward])
                && isLetter(c[outward + 1])
                && isLetter(c[outward + 2])
                && (isOutward(c, outward) || outward == 3 && c[0] == 'G' && c[1] == 'I' && c[2] == 'R');
    }

    private static boolean isOutward(char[] c, int length) {
        int at = 0;
        while (at < length && at < 2 && isLetter(c[at])) {
            at++;
        }
        if (at == 0 || at == length || !isDigit(c[at])) {
            return false;
        }
        at++;
        if (at < length && isDigit(c[at])) {
            at++;
        }
        if (at < length && isLetter(c[at])) {
            at++;
        }
        return at == length;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public String expected() {
        return "a postcode like AB1 2CD";
    }
}
