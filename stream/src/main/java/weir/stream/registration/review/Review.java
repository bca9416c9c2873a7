package weir.stream.registration.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import weir.stream.message.DocumentId;

/// What the review of one file has found, for its sender alone. Immutable.
///
/// @param by       who sent the file
/// @param records  the students it has
/// @param findings the first of them, in their order
/// @param found    how many there are, with those that are not kept
/// @param manifest students by the ACARA id of the school
public record Review(
        DocumentId id, String by, Instant at, long records, List<ReviewFinding> findings, long found, Map<String, Integer> manifest) {

    public Review {
        findings = List.copyOf(findings);
        manifest = Map.copyOf(manifest);
    }

    @Override
    public String toString() {
        return "Review[" + id + ", " + records + " records, " + found + " findings]";
    }
}
