package weir.stream.registration.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import weir.stream.message.DocumentId;
import weir.stream.registration.PlatformStudentId;
import weir.stream.registration.SchoolList;
import weir.stream.registration.SeenStudents;
import weir.stream.registration.review.ReviewFinding.Kind;

/// Reviews the students of files, one at a time. As safe for several threads as its store; the students of one file come in
/// their order when the earlier of two is to be named.
///
/// Source: facts of stream, sections 1.6, 7.2 and 8.
public final class StudentReview {

    private static final Map<String, String> NAMES = Map.of("FamilyName", "Family Name", "GivenName", "Given Name",
            "MiddleName", "Middle Name", "PreferredName", "Preferred Name");
    private static final List<String> NAME_ORDER = List.of("FamilyName", "GivenName", "MiddleName", "PreferredName");

    private final ContentRules content;
    private final BirthRules births;
    private final DuplicateRules duplicates;
    private final SchoolList schools;
    private final PlatformStudentId.Form ids;
    private final Pattern suspect;

    public StudentReview(ReviewSettings settings, SeenStudents seen) {
        this.content = new ContentRules(settings.ids());
        this.births = new BirthRules(settings.testYear());
        this.duplicates = new DuplicateRules(seen);
        this.schools = settings.schools();
        this.ids = settings.ids();
        this.suspect = Pattern.compile("[^" + settings.nameCharacters() + "]");
    }

    /// What is found about a student, in the order of the rules.
    /// @param file whose students are compared with each other
    public List<ReviewFinding> review(DocumentId file, ReviewedStudent student) {
        Findings findings = new Findings(student);
        content.ask(student, findings);
        births.ask(student, findings);
        duplicates.ask(file, student, findings);
        askForSchool(student, findings);
        askForIds(student, findings);
        askForFte(student, findings);
        askForNames(student, findings);
        return findings.all();
    }

    private void askForSchool(ReviewedStudent student, Findings findings) {
        String school = student.value("ASLSchoolId");
        String state = student.value("StateTerritory");
        Optional<String> known = schools.state(school);
        if (!school.isEmpty() && known.isEmpty() && schools.size() > 0) {
            findings.error(Kind.SCHOOL, "ASLSchoolId", "ASL ID " + school + " not found in ASL list of valid IDs");
        } else if (known.isPresent() && !state.isEmpty() && !known.get().equals(state)) {
            findings.warning(Kind.SCHOOL, "ASLSchoolId", "ASL ID " + school + " is a valid ID, but not for " + state);
        }
    }

    private void askForIds(ReviewedStudent student, Findings findings) {
        if (hasWrongCheck(student.value("PlatformId"))) {
            findings.error(Kind.PLATFORM_ID, "PlatformId", "Platform ID has incorrect checksum");
        }
        if (hasWrongCheck(student.value("PreviousPlatformId"))) {
            findings.error(Kind.PLATFORM_ID, "PreviousPlatformId", "Previous Platform ID has incorrect checksum");
        }
    }

    private boolean hasWrongCheck(String id) {
        PlatformStudentId written = new PlatformStudentId(id);
        return written.hasForm(ids) && !written.isValid(ids);
    }

    private static void askForFte(ReviewedStudent student, Findings findings) {
        if (!student.has("FTE")) {
            return;
        }
        Optional<BigDecimal> fte = student.number("FTE");
        if (fte.isEmpty()) {
            findings.error(Kind.NUMERIC, "FTE", "FTE is not a number");
        } else if (fte.get().compareTo(BigDecimal.ONE) > 0) {
            findings.error(Kind.NUMERIC, "FTE", "FTE is greater than 1");
        } else if (fte.get().signum() < 0) {
            findings.error(Kind.NUMERIC, "FTE", "FTE is less than 0");
        }
    }

    private void askForNames(ReviewedStudent student, Findings findings) {
        for (String column : NAME_ORDER) {
            if (suspect.matcher(student.value(column)).find()) {
                findings.warning(Kind.NAME, column, NAMES.get(column) + " contains suspect character");
            }
        }
    }
}
