package weir.stream.memory.store;

import java.sql.SQLException;

/// The database refuses something in a batch for what it is. Nothing of the batch was kept.
public final class Unwritable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unwritable(SQLException cause) {
        super("The database refuses a value of the batch (SQL state " + cause.getSQLState() + "). Nothing of it was kept.", cause);
    }
}
