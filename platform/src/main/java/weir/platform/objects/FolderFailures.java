package weir.platform.objects;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Says what a failed file means for the folder it is in.
///
/// @param name   the folder, as the beginning of a sentence
/// @param folder where files are written
record FolderFailures(String name, Path folder) {

    IOException translate(IOException failure) {
        return switch (failure) {
            case ObjectStoreUnavailable named -> named;
            case ObjectStoreFull named -> named;
            case ObjectCorrupted named -> named;
            case KeyTaken named -> named;
            case StillRetained named -> named;
            case ClosedByInterruptException interrupted -> interrupted;
            case IOException full when isFull(full) -> new ObjectStoreFull(name, full);
            default -> new ObjectStoreUnavailable(
                    name + " cannot be used (" + reason(failure)
                            + "). Nothing was changed: check that its disk is there and may be written, then try again.",
                    failure);
        };
    }

    private static String reason(IOException failure) {
        return failure instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : failure.getClass().getSimpleName();
    }

    /// The system says it in its own language, so where the words are not known the free space tells.
    private boolean isFull(IOException failure) {
        String message = Optional.ofNullable(failure.getMessage()).orElse("").toLowerCase(Locale.ROOT);
        if (message.contains("no space left") || message.contains("quota")) {
            return true;
        }
        try {
            return Files.isWritable(folder) && Files.getFileStore(folder).getUsableSpace() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
