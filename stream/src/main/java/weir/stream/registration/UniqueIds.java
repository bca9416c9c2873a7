package weir.stream.registration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import weir.stream.error.StreamError;
import weir.stream.message.CsvOrigin;
import weir.stream.message.DocumentId;

/// Whether a student is registered twice in one upload.
///
/// Within a school the local id is unique, and the names with the date of birth are as a rule. Across schools the same names and
/// date of birth are one student in two schools, as they may be for part of the time each: together not more than full time. A
/// student that lacks a part of a key is not compared by it. An upload is compared with itself alone, so a file that is sent
/// again is no duplicate of itself. As safe for several threads as its store.
/// Source: facts of stream, section 5.7.
public final class UniqueIds {

    /// The class of the errors.
    public static final String TYPE = "SRM Unique Identity Check";

    private static final String SEPARATOR = "::";
    private static final Pattern FTE = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,6})?");

    private final SeenStudents seen;
    private final Reach reach;

    /// How far students are compared.
    public enum Reach {
        /// Those of one school, as the registration always did.
        SCHOOL,
        /// Those of different schools, too.
        ALL_SCHOOLS
    }

    public UniqueIds(SeenStudents seen, Reach reach) {
        this.seen = seen;
        this.reach = reach;
    }

    /// What the student has in common with earlier ones of its upload, and remembers it. A member of staff has nothing.
    /// @param number of the record in its upload
    public List<StreamError> check(DocumentId upload, long number, RegistrationObject student) {
        if (!student.isStudent()) {
            return List.of();
        }
        SeenStudents.Entry entry = new SeenStudents.Entry(number, fte(student));
        List<String> findings = new ArrayList<>();
        byLocalId(upload, entry, student).ifPresent(findings::add);
        byName(upload, entry, student).ifPresent(findings::add);
        if (reach == Reach.ALL_SCHOOLS) {
            acrossSchools(upload, entry, student).ifPresent(findings::add);
        }
        return errors(number, student, findings);
    }

    private Optional<String> byLocalId(DocumentId upload, SeenStudents.Entry entry, RegistrationObject student) {
        return key(student, "ASLSchoolId", "LocalId")
                .filter(key -> seen.add(upload, "SchoolLocalId::" + key, entry).isPresent())
                .map(key -> "Uniqueness Error:\nThere is a duplicate entry with the ACARA School Id + Local Id " + key);
    }

    private Optional<String> byName(DocumentId upload, SeenStudents.Entry entry, RegistrationObject student) {
        return key(student, "ASLSchoolId", "GivenName", "FamilyName", "BirthDate")
                .filter(key -> seen.add(upload, "SchoolNameDOB::" + key, entry).isPresent())
                .map(key -> "Uniqueness Warning:\nThere is a duplicate entry with the ACARA School Id, Given Name, Family Name and"
                        + " Date of Birth " + key);
    }

    private Optional<String> acrossSchools(DocumentId upload, SeenStudents.Entry entry, RegistrationObject student) {
        return key(student, "GivenName", "FamilyName", "BirthDate")
                .filter(key -> isMoreThanFullTime(seen.add(upload, "NameDOB::" + key, entry), entry))
                .map(key -> "Uniqueness Warning:\nThere is an entry with the same Given Name, Family Name and Date of Birth, and"
                        + " together they are more than full time " + key);
    }

    private static boolean isMoreThanFullTime(SeenStudents.Earlier earlier, SeenStudents.Entry entry) {
        return earlier.isPresent() && earlier.fte().add(entry.fte()).compareTo(BigDecimal.ONE) > 0;
    }

    /// Empty when a part is missing.
    private static Optional<String> key(RegistrationObject student, String... columns) {
        List<String> parts = Stream.of(columns).map(student::value).toList();
        return parts.contains("") ? Optional.empty() : Optional.of(String.join(SEPARATOR, parts));
    }

    private static BigDecimal fte(RegistrationObject student) {
        String fte = student.value("FTE");
        return FTE.matcher(fte).matches() ? new BigDecimal(fte) : BigDecimal.ZERO;
    }

    private static List<StreamError> errors(long number, RegistrationObject student, List<String> findings) {
        List<StreamError> errors = new ArrayList<>();
        Optional<CsvOrigin> origin = student.origin();
        for (String finding : findings) {
            String about = origin.map(row -> "CSV line " + row.line() + ": " + row.content()).orElseGet(student::xml);
            errors.add(new StreamError(errors.size(), findings.size(), String.valueOf(number), TYPE, finding + "\n" + about,
                    origin.map(CsvOrigin::line).orElse(0L), origin.map(CsvOrigin::content).orElse("")));
        }
        return errors;
    }
}
