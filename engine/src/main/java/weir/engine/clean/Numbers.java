package weir.engine.clean;

import java.math.BigDecimal;
import java.util.Optional;

/// Reads numbers as people write them: digits, an optional sign, a decimal point, and commas between groups of three.
final class Numbers {

    private static final int MAX_LENGTH = 40;

    private Numbers() {}

    static Optional<BigDecimal> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        if (text.charAt(0) == '-' || text.charAt(0) == '+') {
            plain.append(text.charAt(0));
            at = 1;
        }
        int digits = 0;
        int sinceComma = -1;
        boolean afterPoint = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                plain.append(c);
                digits++;
                if (sinceComma >= 0) {
                    sinceComma++;
                }
            } else if (c == ',' && !afterPoint && (sinceComma == 3 || sinceComma < 0 && digits >= 1 && digits <= 3)) {
                sinceComma = 0;
            } else if (c == '.' && !afterPoint && (sinceComma < 0 || sinceComma == 3)) {
                afterPoint = true;
                sinceComma = -1;
                plain.append('.');
            } else {
                return Optional.empty();
            }
        }
        if (digits == 0 || sinceComma >= 0 && sinceComma != 3) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(plain.toString()));
    }
}
