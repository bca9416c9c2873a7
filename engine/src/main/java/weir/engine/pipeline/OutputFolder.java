package weir.engine.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A folder of outputs that appears whole or not at all.
///
/// Everything is written to a hidden folder beside it, synced, and moved into place at the end. An earlier run's folder
/// is replaced; a folder that holds a file which that run's manifest does not name is left alone.
public final class OutputFolder implements Closeable {

    /// The file by which a folder is known as a run's.
    public static final String MANIFEST = "manifest.json";

    private final Path target;
    private final Path staged;
    private final Path work;
    private final FileChannel lock;
    private final Path lockFile;

    private OutputFolder(Path target, Path staged, FileChannel lock, Path lockFile) {
        this.target = target;
        this.staged = staged;
        this.work = staged.resolve(".work");
        this.lock = lock;
        this.lockFile = lockFile;
    }

    /// @throws FileAlreadyExistsException when the target holds files that no run has written
    /// @throws FolderInUse when another run is writing it
    public static OutputFolder stage(Path target) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        if (Files.exists(absolute) && !isReplaceable(absolute)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "it holds files that are not Weir's: name an empty or a new folder");
        }
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Files.createDirectories(parent);
        Path lockFile = parent.resolve("." + absolute.getFileName() + ".lock");
        FileChannel lock = lock(lockFile, target);
        try {
            // What a run that was killed has left behind: it holds values of records and must not stay.
            Path staged = parent.resolve("." + absolute.getFileName() + ".partial");
            FolderTree.delete(staged);
            Files.createDirectories(staged.resolve(".work"));
            return new OutputFolder(absolute, staged, lock, lockFile);
        } catch (IOException | RuntimeException e) {
            lock.close();
            Files.deleteIfExists(lockFile);
            throw e;
        }
    }

    /// Held while a run writes, so that two runs never write one folder.
    private static FileChannel lock(Path lockFile, Path target) throws IOException {
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new FolderInUse(target, e);
        }
        channel.close();
        throw new FolderInUse(target);
    }

    private static boolean isReplaceable(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        Set<String> ours = Files.isRegularFile(folder.resolve(MANIFEST))
                ? ManifestFiles.namedBy(folder.resolve(MANIFEST))
                : Set.of();
        return files(folder).stream()
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .allMatch(ours::contains);
    }

    /// Where files are written until they are published.
    public Path staged() {
        return staged;
    }

    /// Where the run keeps what is not published. It is gone before anything is.
    public Path work() {
        return work;
    }

    /// Puts the folder into its place.
    public void publish() throws IOException {
        FolderTree.delete(work);
        for (Path file : files(staged)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
        Path previous = target.resolveSibling("." + target.getFileName() + ".previous");
        FolderTree.delete(previous);
        if (Files.exists(target)) {
            Files.move(target, previous, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
        FolderTree.delete(previous);
    }

    /// The files below a folder, in the order of their paths.
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// Removes what was staged and not published.
    @Override
    public void close() throws IOException {
        try {
            FolderTree.delete(staged);
        } finally {
            lock.close();
            Files.deleteIfExists(lockFile);
        }
    }
}
