package weir.platform.objects;

import java.io.IOException;

import weir.platform.outage.Outage;

/// The store cannot be reached or used now. It may come back: try again later.
public final class ObjectStoreUnavailable extends IOException implements Outage {

    /// @param message one sentence that says what is wrong, and one that says the mend
    ObjectStoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    ObjectStoreUnavailable(String message) {
        super(message);
    }
}
