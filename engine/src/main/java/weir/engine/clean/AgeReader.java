package weir.engine.clean;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import weir.engine.dataset.FieldType;
import weir.engine.issue.IssueCode;
import weir.engine.record.Value;

/// Reads ages in whole years, rounded down: `8.5yrs` is 8, `18m` is 1, `<1` is 0.
final class AgeReader extends CellReader {

    private static final Set<String> YEARS = Set.of("", "y", "yr", "yrs", "year", "years");
    private static final Set<String> MONTHS = Set.of("m", "mth", "mths", "month", "months");
    private static final BigDecimal TWELVE = BigDecimal.valueOf(12);
    private static final int OLDEST = 150;

    private final long min;
    private final long max;

    AgeReader(FieldType.Age type) {
        min = type.min().orElse(0);
        max = type.max().orElse(OLDEST);
    }

    @Override
    Value read(String text, Findings findings) {
        Optional<Long> years = years(text.toLowerCase(Locale.ROOT));
        if (years.isEmpty()) {
            return reject(IssueCode.VALUE_NOT_NUMBER, text, findings);
        }
        return years.get() < min || years.get() > max
                ? reject(IssueCode.VALUE_OUT_OF_RANGE, text, findings)
                : new Value.Whole(years.get());
    }

    private static Optional<Long> years(String text) {
        if (text.startsWith("<")) {
            return years(Blanks.trim(text.substring(1))).filter(limit -> limit > 0).map(limit -> limit - 1);
        }
        int end = 0;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        if (end == 0) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = Numbers.parse(text.substring(0, end));
        String unit = Blanks.trim(text.substring(end));
        if (number.isEmpty() || wholeDigits(number.get()) > 6) {
            return Optional.empty();
        }
        if (YEARS.contains(unit)) {
            return Optional.of(number.get().longValue());
        }
        return MONTHS.contains(unit)
                ? Optional.of(number.get().divide(TWELVE, 0, RoundingMode.FLOOR).longValue())
                : Optional.empty();
    }

    private static int wholeDigits(BigDecimal number) {
        return number.precision() - number.scale();
    }

    @Override
    public String expected() {
        return "an age like 8, 8.5 years or 18 months" + (min == 0 && max == OLDEST ? "" : "," + WholeReader.range(min, max));
    }
}
