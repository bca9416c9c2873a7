package weir.platform.objects;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/// The bytes of an object, open, with the description that fits them.
///
/// @param object  what they are
/// @param channel at their beginning; a replacement or deletion does not change it
record OpenedFile(StoredObject object, FileChannel channel) implements Closeable {

    private static final int FREE_TRIES = 20;
    private static final int BUFFER = 256 * 1024;

    /// Opens an object without a lock, unless writers keep coming between: the description is read before and after the
    /// bytes are opened, and counts when it is the same.
    /// @throws ObjectCorrupted when the bytes and the description do not fit
    static Optional<OpenedFile> open(StoreFolder folder, ObjectKey key, KeyLocks locks) throws IOException {
        for (int tries = 0; tries < FREE_TRIES; tries++) {
            Attempt attempt = attempt(folder, key);
            if (attempt.isSteady()) {
                return attempt.opened();
            }
        }
        try (KeyLocks.Held _ = locks.lock(key)) {
            Attempt attempt = attempt(folder, key);
            if (!attempt.isSteady()) {
                throw new ObjectCorrupted(key, "has lost its description");
            }
            return attempt.opened();
        }
    }

    private record Attempt(boolean isSteady, Optional<OpenedFile> opened) {}

    private static Attempt attempt(StoreFolder folder, ObjectKey key) throws IOException {
        Optional<String> text = text(folder.description(key));
        Optional<FileChannel> content = content(folder.content(key));
        if (content.isEmpty()) {
            return new Attempt(true, Optional.empty());
        }
        FileChannel channel = content.get();
        try {
            boolean isSteady = text.isPresent() && text.equals(text(folder.description(key)));
            if (!isSteady) {
                channel.close();
                return new Attempt(false, Optional.empty());
            }
            StoredObject object = fitting(Description.parse(key, text.get()), channel);
            return new Attempt(true, Optional.of(new OpenedFile(object, channel)));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static Optional<String> text(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (FileSystemException e) {
            return absentBelowAnObject(file, e);
        }
    }

    private static Optional<FileChannel> content(Path file) throws IOException {
        try {
            if (Files.isDirectory(file)) {
                return Optional.empty();
            }
            return Optional.of(FileChannel.open(file, StandardOpenOption.READ));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (FileSystemException e) {
            return absentBelowAnObject(file, e);
        }
    }

    /// A key below an object's key names nothing; the system says "not a directory".
    private static <T> Optional<T> absentBelowAnObject(Path file, FileSystemException failure) throws IOException {
        for (Path above = file.getParent(); above != null; above = above.getParent()) {
            if (Files.isRegularFile(above)) {
                return Optional.empty();
            }
        }
        throw failure;
    }

    private static StoredObject fitting(Description description, FileChannel channel) throws IOException {
        List<StoredObject> fitting = description.ofSize(channel.size());
        if (fitting.isEmpty()) {
            throw new ObjectCorrupted(
                    description.current().key(),
                    "has " + channel.size() + " bytes instead of " + description.current().size());
        }
        if (fitting.size() == 1 || fitting.getFirst().isSameContent(fitting.getLast())) {
            return fitting.getFirst();
        }
        Sha256 hash = hash(channel);
        return fitting.stream()
                .filter(object -> object.sha256().equals(hash))
                .findFirst()
                .orElseThrow(() -> new ObjectCorrupted(
                        description.current().key(), "is not what was stored: its checksum differs"));
    }

    private static Sha256 hash(FileChannel channel) throws IOException {
        MessageDigest digest = Sha256.digest();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        while (channel.read(buffer) >= 0) {
            digest.update(buffer.flip());
            buffer.clear();
        }
        channel.position(0);
        return Sha256.of(digest);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
