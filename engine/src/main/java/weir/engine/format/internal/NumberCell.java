package weir.engine.format.internal;

import java.math.BigDecimal;
import java.math.MathContext;

import weir.engine.record.Value;

/// What a number of a file becomes: a whole number where it is one and fits, a decimal otherwise.
final class NumberCell {

    /// Numbers with more digits or zeros than this stay text: written out they would fill the memory.
    private static final int MOST_DIGITS = 400;

    /// What a spreadsheet shows of a number; the digits behind come from binary fractions.
    private static final MathContext SHOWN = new MathContext(15);

    private NumberCell() {}

    /// The number as a spreadsheet shows it: no more than 15 digits, no zeros behind the point.
    static Value shown(BigDecimal number) {
        if (isHuge(number)) {
            return Value.text(number.toString());
        }
        BigDecimal short15 = number.precision() > SHOWN.getPrecision() ? number.round(SHOWN) : number;
        return of(short15.signum() == 0 ? BigDecimal.ZERO : short15.stripTrailingZeros());
    }

    /// The number with every digit written.
    static Value exact(BigDecimal number) {
        return isHuge(number) ? Value.text(number.toString()) : of(number);
    }

    private static boolean isHuge(BigDecimal number) {
        return number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS;
    }

    private static Value of(BigDecimal number) {
        if (number.scale() > 0 || number.precision() - number.scale() > 18) {
            return new Value.Decimal(number);
        }
        return new Value.Whole(number.longValueExact());
    }
}
