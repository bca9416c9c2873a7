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
        return isWritten(text) ? new Value.Text(text) : readCompact(text, findings);
    }

    /// Whether the text is already written as outputs have it: most are, and need no copy.
    private static boolean isWritten(String text) {
        int outward = text.length() - INWARD - 1;
        if (outward < 2 || outward > 4 || text.charAt(outward) != ' ') {
            return false;
        }
        int last = outward - 1;
        return isLetter(text.charAt(0))
                && (isDigit(text.charAt(1))
                        ? outward == 2 || isLetterOrDigit(text.charAt(last)) && (outward == 3 || isMiddle(text, 2))
                        : isLetter(text.charAt(1)) && outward > 2 && isDigit(text.charAt(2))
                                && (outward == 3 || isLetterOrDigit(text.charAt(last))))
                && isDigit(text.charAt(outward + 1))
                && isLetter(text.charAt(outward + 2))
                && isLetter(text.charAt(outward + 3));
    }

    /// In an outward part of four characters that begins with a letter and a digit, the third is a digit and the last a
    /// letter: `A12B`.
    private static boolean isMiddle(String text, int at) {
        return isDigit(text.charAt(at)) && isLetter(text.charAt(at + 1));
    }

    private static Value readCompact(String text, Findings findings) {
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
        return new Value.Text(new String(compact, 0, outward) + ' ' + new String(compact, outward, INWARD));
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

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || isDigit(c);
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
