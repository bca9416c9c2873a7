package weir.stream.registration;

import java.util.OptionalInt;
import java.util.Set;

/// A year level as records write it: 1 to 12, `UG` for ungraded in four finer forms, or another code.
///
/// Source: facts of stream, sections 5.5 and 5.6.
public record YearLevel(String code) {

    public static final String UNGRADED = "UG";

    private static final Set<String> FINER_UNGRADED = Set.of("UGPri", "UGSec", "UGJunSec", "UGSnrSec");
    private static final int LAST = 12;
    private static final int DIGITS = 2;

    /// The four finer forms of ungraded as `UG`, anything else as it is.
    public YearLevel plain() {
        return FINER_UNGRADED.contains(code) ? new YearLevel(UNGRADED) : this;
    }

    public boolean isUngraded() {
        return plain().code.equals(UNGRADED);
    }

    /// Whether students of the level sit a test.
    public boolean isTestLevel() {
        return Set.of("3", "5", "7", "9").contains(code);
    }

    /// The number of a year from 1 to 12; empty for any other code.
    public OptionalInt year() {
        boolean isNumber = !code.isEmpty() && code.length() <= DIGITS && code.chars().allMatch(c -> c >= '0' && c <= '9');
        int year = isNumber ? Integer.parseInt(code) : 0;
        return year >= 1 && year <= LAST ? OptionalInt.of(year) : OptionalInt.empty();
    }
}
