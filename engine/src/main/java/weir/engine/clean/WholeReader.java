package weir.engine.clean;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

import weir.engine.dataset.FieldType;
import weir.engine.issue.IssueCode;
import weir.engine.record.Value;

/// Reads whole numbers. `3,000` and `1.0` are whole numbers; `1.5` is not, and is not cut to one.
final class WholeReader extends CellReader {

    private static final int FAST_DIGITS = 18;

    private final long min;
    private final long max;

    WholeReader(FieldType.Whole type) {
        min = type.min().orElse(Long.MIN_VALUE);
        max = type.max().orElse(Long.MAX_VALUE);
    }

    @Override
    Value read(String text, Findings findings) {
        long number = 0;
        if (text.length() <= FAST_DIGITS && isDigits(text)) {
            number = Long.parseLong(text);
        } else {
            Optional<BigDecimal> decimal = Numbers.parse(text).filter(WholeReader::isWhole);
            if (decimal.isEmpty()) {
                return reject(IssueCode.VALUE_NOT_NUMBER, text, findings);
            }
            number = decimal.get().longValueExact();
        }
        return number < min || number > max
                ? reject(IssueCode.VALUE_OUT_OF_RANGE, text, findings)
                : new Value.Whole(number);
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() <= 0 && stripped.precision() - stripped.scale() <= FAST_DIGITS;
    }

    @Override
    public String expected() {
        return "a whole number" + range(min, max);
    }

    static String range(long min, long max) {
        if (min == Long.MIN_VALUE && max == Long.MAX_VALUE) {
            return "";
        }
        if (max == Long.MAX_VALUE) {
            return String.format(Locale.ROOT, " of %d or more", min);
        }
        return min == Long.MIN_VALUE
                ? String.format(Locale.ROOT, " of %d or less", max)
                : String.format(Locale.ROOT, " from %d to %d", min, max);
    }
}
