package weir.platform.objects;

import java.io.IOException;

/// The bytes of an object, or what describes them, are not what was stored.
public final class ObjectCorrupted extends IOException {

    /// @param what what does not fit, as the end of the sentence "Object KEY …"
    ObjectCorrupted(ObjectKey key, String what) {
        super("Object " + key + " " + what + ". Do not use what was read of it: restore it from a backup or store it again.");
    }
}
