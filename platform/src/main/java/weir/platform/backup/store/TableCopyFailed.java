package weir.platform.backup.store;

import java.sql.SQLException;

/// A table could not be copied. What the database says of it may hold a value and is left out.
public final class TableCopyFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    TableCopyFailed(TableShape table, SQLException cause) {
        super("The table " + table.name() + " could not be copied (SQL state " + cause.getSQLState()
                + "). Nothing was kept: run 'weir doctor', then try again.", cause);
    }
}
