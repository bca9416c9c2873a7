package weir.platform.objects;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// The folder of a [FileObjects] store: where its files are, and that names in it outlast a power cut.
///
/// The bytes of `a/b.csv` are the file `a/b.csv`, described by the hidden `a/.b.csv.about`. `.weir/incoming` holds what is
/// being written, `.weir/locks` what keeps two processes from one key. The folder `.weir` is also the mark by which a
/// store is known: where it is missing, the disk is not there, and nothing is written in its stead.
final class StoreFolder {

    private static final int REMEMBERED_FOLDERS = 10_000;
    private static final boolean CAN_SYNC_FOLDERS = File.separatorChar == '/';

    private final Path root;
    private final Path own;
    private final ReentrantLock folders = new ReentrantLock();
    private final Set<Path> lasting = ConcurrentHashMap.newKeySet();

    StoreFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.own = this.root.resolve(".weir");
    }

    Path root() {
        return root;
    }

    Path incoming() {
        return own.resolve("incoming");
    }

    Path lock(int number) {
        return own.resolve("locks").resolve(Integer.toString(number));
    }

    Path content(ObjectKey key) {
        return root.resolve(key.value());
    }

    Path description(ObjectKey key) {
        Path content = content(key);
        return content.resolveSibling(descriptionName(content.getFileName().toString()));
    }

    /// The folder that holds it. All our paths are below the root and have one.
    static Path above(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    static String descriptionName(String contentName) {
        return "." + contentName + ".about";
    }

    /// Makes the folder a store, unless it is one.
    void prepare() throws IOException {
        if (!Files.isDirectory(own)) {
            createPrivately(root);
            refuseOtherFiles();
        }
        Files.createDirectories(incoming());
        Files.createDirectories(own.resolve("locks"));
        sync(own);
        sync(root);
    }

    private static void createPrivately(Path folder) throws IOException {
        if (Files.getFileStore(nearest(folder)).supportsFileAttributeView("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private static Path nearest(Path folder) {
        Path existing = folder;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }

    private void refuseOtherFiles() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            if (files.anyMatch(file -> ObjectKey.isSegment(file.getFileName().toString()))) {
                throw new ObjectStoreUnavailable("The folder " + root
                        + " holds files that are not Weir's. Nothing was changed: name an empty or a new folder for objects.");
            }
        }
    }

    /// Deletes what a killed process was writing, when nobody has written on it since.
    void clearIncoming(Instant before) throws IOException {
        try (Stream<Path> files = Files.list(incoming())) {
            for (Path file : files.toList()) {
                if (isLeft(file, before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isLeft(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException _) {
            return false; // Its process has just finished with it.
        }
    }

    /// @throws ObjectStoreUnavailable when the folder is not there, so that "no such object" is never said for "no disk"
    void requirePresent() throws ObjectStoreUnavailable {
        if (!Files.isDirectory(own)) {
            throw gone();
        }
    }

    private ObjectStoreUnavailable gone() {
        return new ObjectStoreUnavailable("The object folder " + root
                + " is gone. Nothing was changed: mount its disk or bring it back, then try again.");
    }

    /// Moves a file to its place, whole, and makes sure that it stays there.
    void place(Path file, Path target, ObjectKey key) throws IOException {
        for (int tries = 0; ; tries++) {
            try {
                ensureFolder(above(target));
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
                sync(above(target));
                return;
            } catch (NoSuchFileException e) {
                lasting.clear(); // The folder was empty and someone has just cleared it away.
                requirePresent();
                if (tries == 10) {
                    throw e;
                }
            } catch (FileAlreadyExistsException | NotDirectoryException | DirectoryNotEmptyException _) {
                throw new KeyTaken(key);
            } catch (FileSystemException e) {
                if (Files.isDirectory(target)) {
                    throw new KeyTaken(key);
                }
                throw e;
            }
        }
    }

    private void ensureFolder(Path folder) throws IOException {
        if (folder.equals(root) || lasting.contains(folder)) {
            return;
        }
        requirePresent();
        folders.lock();
        try {
            ensureFolder(above(folder));
            Files.createDirectories(folder);
            sync(above(folder));
            if (lasting.size() >= REMEMBERED_FOLDERS) {
                lasting.clear();
            }
            lasting.add(folder);
        } finally {
            folders.unlock();
        }
    }

    /// Removes the folder of a deleted object and those above it, as long as they are empty.
    void prune(Path folder) throws IOException {
        folders.lock();
        try {
            Path empty = folder;
            while (!empty.equals(root)) {
                Files.delete(empty);
                lasting.remove(empty);
                empty = above(empty);
            }
        } catch (DirectoryNotEmptyException | NoSuchFileException _) {
            return; // Something is left in it, or someone else was quicker.
        } finally {
            folders.unlock();
        }
    }

    /// Makes the names in a folder outlast a power cut. Windows has no such call, and does it by itself.
    static void sync(Path folder) throws IOException {
        if (CAN_SYNC_FOLDERS) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /// The failure of a file as the failure of the store.
    IOException translate(IOException failure) {
        if (failure instanceof NoSuchFileException && !Files.isDirectory(own)) {
            return gone();
        }
        return new FolderFailures("The object folder " + root, incoming()).translate(failure);
    }
}
