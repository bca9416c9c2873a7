package weir.stream.registration.review;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import weir.stream.csv.CsvLimits;
import weir.stream.csv.CsvNotWellFormed;
import weir.stream.csv.CsvRow;
import weir.stream.csv.CsvRows;
import weir.stream.message.DocumentId;
import weir.stream.registration.NotAnObject;
import weir.stream.registration.RegistrationObject;
import weir.stream.registration.SeenInMemory;
import weir.stream.sif.SifLimits;
import weir.stream.sif.SifObject;
import weir.stream.sif.SifSplitter;
import weir.stream.sif.SplitDocument;

/// The review of one file while it arrives: no more of it is in memory than one student, the findings that are kept, and what
/// tells its students from each other. For one thread.
final class FileReview {

    private static final int FINDINGS = 10_000;
    private static final int SEEN = 600_000;
    private static final String STUDENT = "StudentPersonal";

    private final StudentReview students;
    private final DocumentId id;
    private final ReviewManifest manifest = new ReviewManifest();
    private final List<ReviewFinding> findings = new ArrayList<>();
    private long found;
    private long records;

    FileReview(ReviewSettings settings, DocumentId id) {
        this.students = new StudentReview(settings, new SeenInMemory(SEEN));
        this.id = id;
    }

    /// @throws ReviewRefused when it is not CSV
    /// @throws weir.stream.registration.TooManyStudents when it has more than some hundred thousand
    void csv(InputStream in) throws IOException {
        try (CsvRows rows = CsvRows.open(in, CsvLimits.DEFAULT, id, 0)) {
            for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                add(ReviewedStudent.of(row.get()));
            }
        } catch (CsvNotWellFormed e) {
            throw ReviewRefused.csv(records + 1);
        }
    }

    /// @throws ReviewRefused when it is not XML, or has no student
    void xml(InputStream in) throws IOException {
        SplitDocument read = SifSplitter.withoutSchema(SifLimits.DEFAULT).split(in, this::object);
        if (records == 0) {
            throw ReviewRefused.empty();
        }
        if (!read.isValid()) {
            throw ReviewRefused.xml(read.faults().getFirst().line());
        }
    }

    private void object(SifObject object) {
        if (!object.type().equals(STUDENT)) {
            return;
        }
        try {
            RegistrationObject.read(object.xml()).ifPresent(student -> add(ReviewedStudent.of(student, records + 1)));
        } catch (NotAnObject e) {
            throw ReviewRefused.xml(object.line());
        }
    }

    private void add(ReviewedStudent student) {
        records++;
        manifest.add(student);
        List<ReviewFinding> of = students.review(id, student);
        found += of.size();
        findings.addAll(of.subList(0, Math.min(of.size(), FINDINGS - findings.size())));
    }

    Review end(String by, Instant at) {
        return new Review(id, by, at, records, findings, found, Map.copyOf(manifest.students()));
    }
}
