package weir.stream.registration;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import weir.stream.error.StreamError;
import weir.stream.message.DocumentId;

/// What one upload of students holds: distinct schools, distinct students, students of each test level.
///
/// It is complete when every record was either counted or failed, so it comes also when some fail; then it says below the
/// documented lines how many. Keeps the ids of its schools and students. For one thread.
/// Source: facts of stream, section 5.8.
public final class FileReport {

    /// The class of the report.
    public static final String TYPE = "Report";

    private static final String WHOLE_FILE = "0";
    private static final List<String> TEST_LEVELS = List.of("3", "5", "7", "9");

    private final DocumentId document;
    private final long total;
    private final Set<String> schools = new HashSet<>();
    private final Set<String> students = new HashSet<>();
    private final Map<String, Integer> testLevels = new TreeMap<>(Map.of("3", 0, "5", 0, "7", 0, "9", 0));
    private long valid;
    private long failed;

    /// @param total how many records the upload has
    public FileReport(DocumentId document, long total) {
        this.document = document;
        this.total = total;
    }

    /// Counts a student that was taken in. A student who stands there twice is one student, and of one test level.
    public void add(RegistrationObject student) {
        valid++;
        String school = student.value("ASLSchoolId");
        schools.add(school);
        if (students.add(school + "::" + student.value("LocalId"))) {
            testLevels.computeIfPresent(student.value("TestLevel"), (_, count) -> count + 1);
        }
    }

    /// Counts a record that was not taken in.
    public void fail() {
        failed++;
    }

    public boolean isComplete() {
        return valid + failed >= total;
    }

    /// The report in its documented form.
    public StreamError report() {
        return report(document, new Counts(schools.size(), students.size(), testLevels, valid, failed));
    }

    /// What an upload holds.
    ///
    /// @param schools    distinct
    /// @param students   distinct
    /// @param testLevels how many students of each test level; those that are missing have none
    /// @param valid      records that were taken in
    /// @param failed     records that were not
    public record Counts(long schools, long students, Map<String, Integer> testLevels, long valid, long failed) {}

    /// The report in its documented form, of counts that were made elsewhere.
    public static StreamError report(DocumentId document, Counts counts) {
        return new StreamError(0, 0, WHOLE_FILE, TYPE, text(document, counts));
    }

    private static String text(DocumentId document, Counts counts) {
        StringBuilder text = new StringBuilder("Report for payload ").append(document).append("\n\nSchools: ")
                .append(counts.schools()).append("\nStudents: ").append(counts.students()).append('\n');
        for (String level : TEST_LEVELS) {
            text.append("Year ").append(level).append(": ").append(counts.testLevels().getOrDefault(level, 0)).append('\n');
        }
        text.append('\n');
        if (counts.failed() > 0) {
            text.append("Received: ").append(counts.valid() + counts.failed()).append("\nValid: ").append(counts.valid())
                    .append("\nFailed: ").append(counts.failed()).append("\n\n");
        }
        return text.toString();
    }
}
