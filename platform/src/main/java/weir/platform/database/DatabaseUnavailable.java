package weir.platform.database;

import weir.platform.outage.Unavailable;

/// The database cannot be reached now. Nothing of the work asked for was done; asking again later is safe.
public final class DatabaseUnavailable extends Unavailable {

    private static final long serialVersionUID = 1;

    DatabaseUnavailable(String place, Throwable cause) {
        super("The database at " + place + " cannot be reached. Nothing was changed; check that it runs, then try again.", cause);
    }
}
