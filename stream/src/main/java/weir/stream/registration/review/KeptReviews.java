package weir.stream.registration.review;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import weir.stream.message.DocumentId;

/// Reviews of the last hour, in the memory of this process and nowhere else: what is personal in them never rests on a disk.
/// The oldest go when there are too many findings. Safe for many threads.
final class KeptReviews {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int FINDINGS = 100_000;
    private static final int REVIEWS = 1_000;

    private final InstantSource clock;
    private final Map<DocumentId, Review> reviews = new LinkedHashMap<>();
    private int findings;

    KeptReviews(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add(Review review) {
        reviews.put(review.id(), review);
        findings += review.findings().size();
        Iterator<Review> oldest = reviews.values().iterator();
        while (oldest.hasNext()) {
            Review one = oldest.next();
            if (one.id().equals(review.id()) || !isOver(one) && findings <= FINDINGS && reviews.size() <= REVIEWS) {
                return;
            }
            findings -= one.findings().size();
            oldest.remove();
        }
    }

    /// @param by who asks: nobody sees another's
    synchronized Optional<Review> find(String id, String by) {
        return reviews.values().stream()
                .filter(one -> one.id().value().equals(id) && one.by().equals(by) && !isOver(one))
                .findFirst();
    }

    private boolean isOver(Review review) {
        return review.at().plus(KEPT).isBefore(clock.instant());
    }
}
