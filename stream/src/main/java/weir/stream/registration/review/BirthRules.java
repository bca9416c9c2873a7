package weir.stream.registration.review;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import weir.stream.registration.YearLevel;
import weir.stream.registration.review.ReviewFinding.Kind;

/// Asks whether the date of birth, the year level and the test level of a student fit each other.
///
/// Source: facts of stream, sections 7.2 and 8.
final class BirthRules {

    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT));
    private static final List<Integer> LEVELS = List.of(3, 5, 7, 9);
    private static final int EARLIEST = 6;
    private static final int LATEST = 5;
    private static final int LAST_DAY = 31;

    private final int testYear;

    BirthRules(Year testYear) {
        this.testYear = testYear.getValue();
    }

    void ask(ReviewedStudent student, Findings findings) {
        if (!student.has("BirthDate")) {
            return;
        }
        Optional<LocalDate> birth = date(student.value("BirthDate"));
        if (birth.isEmpty()) {
            findings.error(Kind.DATE, "BirthDate", "Date provided does not parse correctly for yyyy-mm-dd or dd/mm/yyyy");
        } else {
            askForLevels(student, level(birth.get()), findings);
        }
    }

    /// @param byAge the level that the date of birth gives; empty when it gives none that is tested
    private static void askForLevels(ReviewedStudent student, String byAge, Findings findings) {
        String year = student.value("YearLevel");
        String test = student.value("TestLevel");
        boolean isUngraded = new YearLevel(year).isUngraded();
        if (isUngraded && !test.equals(byAge)) {
            findings.warning(Kind.DATE, "BirthDate/TestLevel",
                    "Year level supplied is UG, will result in SRM warning flag for test level " + test);
        } else if (byAge.isEmpty()) {
            findings.warning(Kind.DATE, "BirthDate/YearLevel",
                    "Year Level calculated from BirthDate does not fall within expected NAPLAN year level ranges");
        } else if (!isUngraded && !year.equals(test)) {
            findings.error(Kind.DATE, "BirthDate/TestLevel", "Year Level " + year + " does not match Test level " + test);
        } else {
            askForAge(year, test, byAge, findings);
        }
    }

    private static void askForAge(String year, String test, String byAge, Findings findings) {
        boolean isYearOff = !year.isEmpty() && !year.equals(byAge);
        boolean isTestOff = !test.isEmpty() && !test.equals(byAge);
        String field = "BirthDate" + (isYearOff ? "/YearLevel" : "") + (isTestOff ? "/TestLevel" : "");
        String given = isTestOff ? "Student Test Level (yr " + test : "Student Year Level (yr " + year;
        if (isYearOff || isTestOff) {
            findings.warning(Kind.DATE, field,
                    given + ") does not match year level derived from BirthDate (yr " + byAge + ")");
        }
    }

    private String level(LocalDate birth) {
        for (int level : LEVELS) {
            LocalDate first = LocalDate.of(testYear - level - EARLIEST, Month.JANUARY, 1);
            LocalDate last = LocalDate.of(testYear - level - LATEST, Month.JULY, LAST_DAY);
            if (!birth.isBefore(first) && !birth.isAfter(last)) {
                return String.valueOf(level);
            }
        }
        return "";
    }

    private static Optional<LocalDate> date(String text) {
        for (DateTimeFormatter form : FORMS) {
            try {
                return Optional.of(LocalDate.parse(text, form));
            } catch (DateTimeParseException _) {
                // The other form may fit.
            }
        }
        return Optional.empty();
    }
}
