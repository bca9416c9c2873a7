package weir.app.serve;

import java.io.IOException;

/// The object store cannot be used.
public final class ObjectsFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    ObjectsFailed(IOException cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
