package weir.platform.database;

import java.nio.file.Path;

/// The embedded database did not start. Its data is left as it is.
public final class EmbeddedPostgresFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    EmbeddedPostgresFailed(Path folder, Throwable cause) {
        super("The embedded database in " + folder + " did not start and its data is left as it is: " + reason(cause)
                + " See data/log or run 'weir doctor'.", cause);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.endsWith(".") ? message : message + ".";
    }
}
