package weir.platform.backup;

import java.nio.file.Path;

/// A folder is no backup.
public final class NoBackup extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoBackup(Path folder) {
        super(folder + " is no backup: name a folder that 'weir backup' has made. Nothing was restored.");
    }
}
