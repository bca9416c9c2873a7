package weir.platform.folder;

import java.io.IOException;
import java.nio.file.Path;

/// The data folder cannot be used.
public final class DataFolderFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    DataFolderFailed(Path path, IOException cause) {
        super("The data folder " + path + " cannot be made or written: check who owns it and whether the disk is full.", cause);
    }
}
