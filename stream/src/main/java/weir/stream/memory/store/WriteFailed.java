package weir.stream.memory.store;

import java.sql.SQLException;

/// A batch could not be written now, though another time it may: two writers stood in each other's way, or a connection broke.
/// Nothing of it was kept.
public final class WriteFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    WriteFailed(SQLException cause) {
        super("A batch could not be written (SQL state " + cause.getSQLState() + "). Nothing of it was kept; it is tried again.", cause);
    }
}
