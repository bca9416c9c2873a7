package weir.platform.access.user;

import java.nio.file.Path;
import java.util.List;

/// The users file cannot be understood. Nobody signs in by it until it is mended; nothing was changed.
public final class UsersFileFaulty extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsersFileFaulty(Path file, List<String> faults) {
        super("The users file " + file.getFileName() + " cannot be used: " + String.join(" ", faults));
    }
}
