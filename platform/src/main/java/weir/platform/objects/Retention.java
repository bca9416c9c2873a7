package weir.platform.objects;

import java.time.Instant;

/// The rule by which a [Sweep] decides how long an object is kept.
@FunctionalInterface
public interface Retention {

    /// From this moment on the object may go. [Instant#MAX] keeps it.
    Instant keepUntil(StoredObject object);
}
