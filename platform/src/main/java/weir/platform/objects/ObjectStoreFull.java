package weir.platform.objects;

import java.io.IOException;

import weir.platform.outage.NoRoom;

/// There is no room for the object.
public final class ObjectStoreFull extends IOException implements NoRoom {

    ObjectStoreFull(String place, Throwable cause) {
        super(place + " has no room left. Nothing was kept of the object: make room and store it again.", cause);
    }
}
