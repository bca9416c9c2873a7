package weir.collect.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import weir.engine.pipeline.FolderTree;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectReader;
import weir.platform.objects.ObjectStore;

/// Where jobs work. What stands there holds values of records: a folder is deleted at the end of its job, and all that a
/// killed process has left when the next one starts. Safe for many threads.
public final class Workspace {

    private final Path base;

    private Workspace(Path base) {
        this.base = base;
    }

    /// @param base a folder of this process's own, emptied now
    public static Workspace in(Path base) throws IOException {
        return new Workspace(FolderTree.emptied(base));
    }

    /// A new, empty folder.
    public Folder open() throws IOException {
        return new Folder(Files.createTempDirectory(base, "job-"));
    }

    /// A folder for the time of one job.
    public static final class Folder implements AutoCloseable {

        private final Path path;

        private Folder(Path path) {
            this.path = path;
        }

        public Path path() {
            return path;
        }

        /// Copies an object into the folder, proved by its checksum.
        public Path fetch(ObjectStore objects, ObjectKey key, String name) throws IOException {
            Path file = path.resolve(name).normalize();
            if (!file.startsWith(path)) {
                throw new IllegalArgumentException("A file of a job must stand in its folder.");
            }
            Path parent = file.getParent();
            Files.createDirectories(parent == null ? path : parent);
            try (ObjectReader reader = objects.read(key)) {
                Files.copy(reader, file);
            }
            return file;
        }

        @Override
        public void close() throws IOException {
            FolderTree.delete(path);
        }
    }
}
