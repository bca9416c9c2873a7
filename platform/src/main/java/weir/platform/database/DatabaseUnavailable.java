package weir.platform.database;

/// The database cannot be reached now. Nothing of the work asked for was done; asking again later is safe.
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    DatabaseUnavailable(String place, Throwable cause) {
        super("The database at " + place + " cannot be reached. Nothing was changed; check that it runs, then try again.", cause);
    }
}
