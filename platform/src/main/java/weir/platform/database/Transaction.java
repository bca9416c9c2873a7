package weir.platform.database;

import org.jdbi.v3.core.Handle;

/// One transaction under way. Its work commits together, or not at all. Used by one thread.
public final class Transaction {

    private final Handle handle;

    Transaction(Handle handle) {
        this.handle = handle;
    }

    /// For packages named `store`.
    public Handle handle() {
        return handle;
    }
}
