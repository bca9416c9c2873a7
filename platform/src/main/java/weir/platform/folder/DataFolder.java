package weir.platform.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import weir.platform.secret.Secret;

/// A folder that only its owner can read, with a lock that ends with the process, however it ends.
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final int HOLDER_LIMIT = 200;

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// Makes the folder when it is not there and takes its lock.
    /// @throws DataFolderInUse  when another process has it
    /// @throws DataFolderFailed when it cannot be made or written
    public static DataFolder take(Path path, Instant now) {
        try {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            FileChannel channel = FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                String holder = holder(channel);
                channel.close();
                throw new DataFolderInUse(path, holder);
            }
            writeHolder(channel, now);
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new DataFolderFailed(path, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            // The holder's words stand at the beginning of the file; the lock lies behind them, so that they can be read.
            return channel.tryLock(1 << 20, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer words = ByteBuffer.allocate(HOLDER_LIMIT);
        channel.read(words, 0);
        return new String(words.array(), 0, words.position(), StandardCharsets.UTF_8).strip();
    }

    private static void writeHolder(FileChannel channel, Instant now) throws IOException {
        String words = "process " + ProcessHandle.current().pid() + ", started " + now.toString() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)), 0);
    }

    public Path path() {
        return path;
    }

    /// A folder in it, made when it is not there.
    public Path folder(String name) {
        Path folder = path.resolve(name);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DataFolderFailed(path, e);
        }
        return folder;
    }

    /// A secret of this installation's own: made at the first call from `bytes` random bytes, hexadecimal, kept in
    /// `secrets/` readable by the owner.
    public Secret secret(String name, int bytes, RandomGenerator random) {
        Path file = folder("secrets").resolve(name);
        try {
            if (Files.exists(file)) {
                return Secret.of(Files.readString(file).strip());
            }
            byte[] made = new byte[bytes];
            random.nextBytes(made);
            Path written = file.resolveSibling(name + ".new");
            Files.deleteIfExists(written);
            Files.createFile(written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(written, HexFormat.of().formatHex(made));
            try (FileChannel synced = FileChannel.open(written, StandardOpenOption.WRITE)) {
                synced.force(true);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            return Secret.of(HexFormat.of().formatHex(made));
        } catch (IOException e) {
            throw new DataFolderFailed(path, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DataFolderFailed(path, e);
        }
    }
}
