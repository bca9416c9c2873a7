package weir.app.serve;

import java.nio.file.Path;

/// A process has the data folder and does not have a part ready that a command wants. Nothing was changed.
public final class NotReady extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotReady(Path folder, String part) {
        super("The process that has " + folder + " does not have its " + part
                + " ready: wait until it is, or until that process has ended, and try again. Nothing was changed.");
    }
}
