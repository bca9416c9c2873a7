package weir.stream.registration.review;

import java.util.ArrayList;
import java.util.List;

import weir.stream.registration.review.ReviewFinding.Kind;
import weir.stream.registration.review.ReviewFinding.Severity;

/// Takes what rules find about one student.
final class Findings {

    private final long line;
    private final List<ReviewFinding> all = new ArrayList<>();

    Findings(ReviewedStudent student) {
        this.line = student.line();
    }

    void error(Kind kind, String field, String description) {
        all.add(new ReviewFinding(field, description, line, kind, Severity.ERROR));
    }

    void warning(Kind kind, String field, String description) {
        all.add(new ReviewFinding(field, description, line, kind, Severity.WARNING));
    }

    List<ReviewFinding> all() {
        return List.copyOf(all);
    }
}
