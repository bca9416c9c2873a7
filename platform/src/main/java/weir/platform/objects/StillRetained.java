package weir.platform.objects;

import java.io.IOException;
import java.time.Instant;

/// An object was to be deleted or replaced before its time.
public final class StillRetained extends IOException {

    StillRetained(ObjectKey key, Instant until) {
        super("Object " + key + " must be kept until " + until + ". It was left as it is.");
    }
}
