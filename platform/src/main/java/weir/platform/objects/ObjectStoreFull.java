package weir.platform.objects;

import java.io.IOException;

/// There is no room for the object.
public final class ObjectStoreFull extends IOException {

    ObjectStoreFull(String place, Throwable cause) {
        super(place + " has no room left. Nothing was kept of the object: make room and store it again.", cause);
    }
}
