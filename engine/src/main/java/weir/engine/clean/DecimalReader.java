package weir.engine.clean;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import weir.engine.dataset.FieldType;
import weir.engine.issue.IssueCode;
import weir.engine.record.Value;

/// Reads decimal numbers and rounds them, half to even, to the places their field keeps.
final class DecimalReader extends CellReader {

    private final FieldType.Decimal type;

    DecimalReader(FieldType.Decimal type) {
        this.type = type;
    }

    @Override
    Value read(String text, Findings findings) {
        Optional<BigDecimal> parsed = Numbers.parse(text);
        if (parsed.isEmpty()) {
            return reject(IssueCode.VALUE_NOT_NUMBER, text, findings);
        }
        BigDecimal number = parsed.get();
        if (type.min().isPresent() && number.compareTo(type.min().get()) < 0
                || type.max().isPresent() && number.compareTo(type.max().get()) > 0) {
            return reject(IssueCode.VALUE_OUT_OF_RANGE, text, findings);
        }
        if (type.places().isPresent() && number.scale() > type.places().getAsInt()) {
            number = number.setScale(type.places().getAsInt(), RoundingMode.HALF_EVEN);
        }
        return new Value.Decimal(number);
    }

    @Override
    public String expected() {
        String min = type.min().map(BigDecimal::toPlainString).orElse("");
        String max = type.max().map(BigDecimal::toPlainString).orElse("");
        if (!min.isEmpty() && !max.isEmpty()) {
            return "a number from " + min + " to " + max;
        }
        return "a number" + (min.isEmpty() ? "" : " of " + min + " or more")
                + (max.isEmpty() ? "" : " of " + max + " or less");
    }
}
