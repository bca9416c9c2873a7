package weir.platform.access.key.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import weir.engine.organisation.OrganisationCode;

/// What is known of a key, without its secret.
///
/// @param opens the grants of an API key, the scopes of a Hawk key, in a stable order
public record KeyRow(
        String id, KeyKind kind, OrganisationCode organisation, List<String> opens, String description,
        String madeBy, Instant madeAt, Optional<Instant> endsAt, Optional<Instant> revokedAt, Optional<Instant> lastUsedAt) {

    public KeyRow {
        opens = List.copyOf(opens);
    }

    /// Whether it opens anything at a moment.
    public boolean holdsAt(Instant moment) {
        return revokedAt.isEmpty() && endsAt.map(moment::isBefore).orElse(true);
    }
}
