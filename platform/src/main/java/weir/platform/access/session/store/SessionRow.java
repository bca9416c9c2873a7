package weir.platform.access.session.store;

import java.time.Instant;
import java.util.List;

/// A session as it is kept.
///
/// @param isPrevious whether it was found by the token it had before
/// @param csrfHex    the secret its form tokens are made from
public record SessionRow(
        long id, String person, SignedInBy source, String proof, List<String> grants, String csrfHex, boolean isPrevious,
        Instant startedAt, Instant rotatedAt, Instant seenAt) {

    public SessionRow {
        grants = List.copyOf(grants);
    }

    /// The secret is not shown.
    @Override
    public String toString() {
        return "session " + id;
    }
}
