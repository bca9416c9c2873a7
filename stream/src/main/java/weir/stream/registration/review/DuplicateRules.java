package weir.stream.registration.review;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import weir.stream.message.DocumentId;
import weir.stream.registration.SeenStudents;
import weir.stream.registration.SeenStudents.Earlier;
import weir.stream.registration.review.ReviewFinding.Kind;

/// Asks whether a student stands in the file before; the first of these that holds is told. A student that lacks a part of a key
/// is not compared by it.
///
/// Source: facts of stream, section 5.7.
final class DuplicateRules {

    private final SeenStudents seen;

    DuplicateRules(SeenStudents seen) {
        this.seen = seen;
    }

    void ask(DocumentId file, ReviewedStudent student, Findings findings) {
        SeenStudents.Entry entry = new SeenStudents.Entry(student.line(), student.number("FTE").orElse(BigDecimal.ZERO));
        Earlier same = add(file, entry, student, "LocalId", "ASLSchoolId", "FamilyName", "GivenName", "BirthDate");
        Earlier sameId = add(file, entry, student, "LocalId", "ASLSchoolId");
        Earlier samePlatformId = add(file, entry, student, "PlatformId", "ASLSchoolId");
        Earlier sameName = add(file, entry, student, "FamilyName", "GivenName", "BirthDate");
        if (same.isPresent()) {
            findings.error(Kind.IDENTITY, "Multiple (see description)", "Potential duplicate of record: " + same.first()
                    + "\nbased on matching: student local id, school asl id, family & given names and birthdate");
        } else if (sameId.isPresent()) {
            findings.error(Kind.IDENTITY, "LocalID/ASL ID",
                    "LocalID (Student) and ASL ID (School) are potential duplicate of record: " + sameId.first());
        } else if (samePlatformId.isPresent()) {
            findings.error(Kind.IDENTITY, "PSI/ASL ID", "Platform Student ID (Student) and ASL ID (School) are potential"
                    + " duplicate of record: " + samePlatformId.first());
        } else if (sameName.isPresent() && sameName.fte().add(entry.fte()).compareTo(BigDecimal.ONE) != 0) {
            findings.warning(Kind.IDENTITY, "Multiple (see description)", "Potential duplicate of record: " + sameName.first()
                    + "\nbased on matching: family & given names and birthdate, with FTE that does not add up to 1.0");
        }
    }

    private Earlier add(DocumentId file, SeenStudents.Entry entry, ReviewedStudent student, String... columns) {
        List<String> parts = Arrays.stream(columns).map(student::value).toList();
        String key = String.join("/", columns) + "::" + String.join("::", parts);
        return parts.contains("") ? Earlier.NONE : seen.add(file, key, entry);
    }
}
