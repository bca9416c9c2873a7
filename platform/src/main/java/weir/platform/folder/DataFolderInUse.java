package weir.platform.folder;

import java.nio.file.Path;

/// Another process has the data folder.
public final class DataFolderInUse extends RuntimeException {

    private static final long serialVersionUID = 1;

    DataFolderInUse(Path path, String holder) {
        super("The data folder " + path + " is in use by " + (holder.isEmpty() ? "another process" : holder)
                + ": stop that one, or give this one a folder of its own with the setting 'data'.");
    }
}
