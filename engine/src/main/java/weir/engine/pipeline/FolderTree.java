package weir.engine.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder with all that is below it.
public final class FolderTree {

    private FolderTree() {}

    /// Deletes it; does nothing when it is not there. A link is deleted, not what it leads to.
    /// @throws IOException when something cannot be deleted; what lies deeper is gone then, the rest stays
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.sorted(Comparator.reverseOrder()).forEach(FolderTree::deleteOne);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Makes it an empty folder: what a killed process has left in it is deleted.
    /// @throws IOException when something cannot be deleted
    public static Path emptied(Path folder) throws IOException {
        delete(folder);
        return Files.createDirectories(folder);
    }

    private static void deleteOne(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
