package weir.platform.database;

/// A schema could not be brought up to date. It is as it was before.
public final class MigrationFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    MigrationFailed(String schema, Throwable cause) {
        super("The database's schema '" + schema + "' could not be brought up to date and is as it was: "
                + firstLine(cause), cause);
    }

    private static String firstLine(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
