package weir.engine.pipeline;

import java.io.IOException;
import java.nio.file.Path;

/// Another run is writing the folder.
public final class FolderInUse extends IOException {

    private static final long serialVersionUID = 1L;

    FolderInUse(Path folder) {
        super(sentence(folder));
    }

    FolderInUse(Path folder, Throwable cause) {
        super(sentence(folder), cause);
    }

    private static String sentence(Path folder) {
        return "Another run is writing " + folder + ": wait until it has ended, or name another folder.";
    }
}
