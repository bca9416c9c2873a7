package weir.stream.registration;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalInt;

/// Whether a date of birth fits a year level: born from 1 January six years before a student of year 0 to 31 July of the next
/// year, each counted back from the year of the test. A date that is none is left to the validation.
final class AgeRules {

    private static final int EARLIEST = 6;
    private static final int LATEST = 5;
    private static final int LAST_DAY = 31;

    private final int testYear;

    AgeRules(Year testYear) {
        this.testYear = testYear.getValue();
    }

    void ofYearLevel(RegistrationObject object, SrmRule.Findings findings) {
        String level = object.value("YearLevel");
        if (isOutside(object.value("BirthDate"), new YearLevel(level).year())) {
            findings.add("BirthDate", text(object, "Year Level " + level));
        }
    }

    void ofTestLevel(RegistrationObject object, SrmRule.Findings findings) {
        String level = object.value("TestLevel");
        if (new YearLevel(object.value("YearLevel")).isUngraded()
                && isOutside(object.value("BirthDate"), new YearLevel(level).year())) {
            findings.add("BirthDate", text(object, "Test Level " + level));
        }
    }

    // The quote is not closed in the published text, which clients search for.
    private static String text(RegistrationObject object, String level) {
        return "Warning: Date of Birth '" + object.value("BirthDate") + " is inconsistent with " + level;
    }

    private boolean isOutside(String birth, OptionalInt year) {
        Optional<LocalDate> date = date(birth);
        if (date.isEmpty() || year.isEmpty()) {
            return false;
        }
        LocalDate first = LocalDate.of(testYear - year.getAsInt() - EARLIEST, Month.JANUARY, 1);
        LocalDate last = LocalDate.of(testYear - year.getAsInt() - LATEST, Month.JULY, LAST_DAY);
        return date.get().isBefore(first) || date.get().isAfter(last);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
