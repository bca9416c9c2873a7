package weir.platform.objects;

import java.time.Instant;
import java.util.Optional;

/// What is known of an object without reading it.
///
/// @param key         its name
/// @param sha256      of its bytes
/// @param size        in bytes
/// @param storedAt    when it was stored, in milliseconds
/// @param retainUntil before this moment it is neither deleted nor replaced
/// @param labels      what the writer said about it
public record StoredObject(
        ObjectKey key, Sha256 sha256, long size, Instant storedAt, Optional<Instant> retainUntil, Labels labels) {

    boolean isSameContent(StoredObject other) {
        return size == other.size && sha256.equals(other.sha256);
    }

    /// @throws StillRetained when its time has not come
    void refuseWhileRetained(Instant now) throws StillRetained {
        if (retainUntil.isPresent() && now.isBefore(retainUntil.get())) {
            throw new StillRetained(key, retainUntil.get());
        }
    }
}
