package weir.platform.objects;

import java.io.IOException;

/// There is no object of this key.
public final class ObjectNotFound extends IOException {

    ObjectNotFound(ObjectKey key) {
        super("There is no object " + key + ". It was deleted or never stored.");
    }
}
