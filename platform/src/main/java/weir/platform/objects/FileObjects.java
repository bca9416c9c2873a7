package weir.platform.objects;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Objects as files: the key is the path, the bytes are the file, so people and other programs read them in place.
///
/// A put writes a file aside, syncs it, and renames it into its place; its description goes before it, see
/// [FileCommit]. Nobody but a store may change the folder.
public final class FileObjects implements ObjectStore {

    private static final Duration GRACE = Duration.ofDays(1);
    private static final int CHECKED_BYTES = 4096;

    private final StoreFolder folder;
    private final KeyLocks locks;
    private final InstantSource clock;

    private FileObjects(StoreFolder folder, InstantSource clock) {
        this.folder = folder;
        this.locks = new KeyLocks(folder);
        this.clock = clock;
    }

    /// Opens a folder, or makes a new one. What killed processes left unfinished more than a day ago is cleared.
    /// @throws ObjectStoreUnavailable when it cannot be used or holds other files
    public static FileObjects open(Path root, InstantSource clock) throws IOException {
        return open(root, clock, GRACE);
    }

    /// @param grace how long nobody must have written on an unfinished file before it is cleared
    public static FileObjects open(Path root, InstantSource clock, Duration grace) throws IOException {
        StoreFolder folder = new StoreFolder(root);
        try {
            folder.prepare();
            folder.clearIncoming(clock.instant().minus(grace));
        } catch (IOException e) {
            throw folder.translate(e);
        }
        return new FileObjects(folder, clock);
    }

    @Override
    public StoredObject put(ObjectKey key, InputStream content, PutTerms terms) throws IOException {
        try (Incoming incoming = Incoming.receive(folder, content, terms)) {
            return commit(incoming, describe(key, incoming.content(), terms));
        }
    }

    @Override
    public ContentPut putContent(ObjectKey under, InputStream content, PutTerms terms) throws IOException {
        try (Incoming incoming = Incoming.receive(folder, content, terms)) {
            StoredObject object = describe(under.content(incoming.content().sha256()), incoming.content(), terms);
            try (KeyLocks.Held _ = locks.lock(object.key())) {
                Optional<StoredObject> there = intact(object.key());
                if (there.isPresent() && there.get().isSameContent(object)) {
                    return new ContentPut(there.get(), true);
                }
                commitLocked(incoming, object, Optional.empty());
                return new ContentPut(object, false);
            } catch (IOException e) {
                throw folder.translate(e);
            }
        }
    }

    private StoredObject describe(ObjectKey key, Content content, PutTerms terms) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new StoredObject(key, content.sha256(), content.size(), now, terms.retainUntil(), terms.labels());
    }

    private StoredObject commit(Incoming incoming, StoredObject object) throws IOException {
        try (KeyLocks.Held _ = locks.lock(object.key())) {
            Optional<StoredObject> there = intact(object.key());
            if (there.isPresent()) {
                there.get().refuseWhileRetained(clock.instant());
            }
            commitLocked(incoming, object, there);
            return object;
        } catch (IOException e) {
            throw folder.translate(e);
        }
    }

    /// What is under the key, or empty when it is damaged: then storing again mends it.
    private Optional<StoredObject> intact(ObjectKey key) throws IOException {
        try {
            return find(key);
        } catch (ObjectCorrupted _) {
            return Optional.empty();
        }
    }

    private void commitLocked(Incoming incoming, StoredObject object, Optional<StoredObject> before) throws IOException {
        FileCommit commit = new FileCommit(folder, object, before);
        commit.describe();
        commit.swap(incoming.file());
        commit.settle();
    }

    @Override
    public ObjectReader read(ObjectKey key) throws IOException {
        OpenedFile opened = openExisting(key);
        return new ObjectReader(opened.object(), Channels.newInputStream(opened.channel()));
    }

    @Override
    public InputStream readRange(ObjectKey key, long offset, long length) throws IOException {
        BoundedStream.requireRange(offset, length);
        OpenedFile opened = openExisting(key);
        try {
            opened.channel().position(offset);
            return new BoundedStream(Channels.newInputStream(opened.channel()), length);
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private OpenedFile openExisting(ObjectKey key) throws IOException {
        return open(key).orElseThrow(() -> new ObjectNotFound(key));
    }

    @Override
    public Optional<StoredObject> find(ObjectKey key) throws IOException {
        Optional<OpenedFile> opened = open(key);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (OpenedFile file = opened.get()) {
            return Optional.of(file.object());
        }
    }

    private Optional<OpenedFile> open(ObjectKey key) throws IOException {
        try {
            Optional<OpenedFile> opened = OpenedFile.open(folder, key, locks);
            if (opened.isEmpty()) {
                folder.requirePresent();
            }
            return opened;
        } catch (IOException e) {
            throw folder.translate(e);
        }
    }

    @Override
    public Stream<ListedObject> list(String prefix) throws IOException {
        folder.requirePresent();
        return StreamSupport.stream(
                () -> Spliterators.spliteratorUnknownSize(
                        new FileListing(folder, prefix),
                        Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL),
                Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL,
                false);
    }

    @Override
    public boolean delete(ObjectKey key) throws IOException {
        try (KeyLocks.Held _ = locks.lock(key)) {
            Optional<StoredObject> there = find(key);
            if (there.isEmpty()) {
                return false;
            }
            there.get().refuseWhileRetained(clock.instant());
            Path content = folder.content(key);
            Files.deleteIfExists(content);
            StoreFolder.sync(StoreFolder.above(content));
            Files.deleteIfExists(folder.description(key));
            folder.prune(StoreFolder.above(content));
            return true;
        } catch (IOException e) {
            throw folder.translate(e);
        }
    }

    @Override
    public Duration check() throws IOException {
        Instant start = clock.instant();
        byte[] bytes = new byte[CHECKED_BYTES];
        try (Incoming incoming = Incoming.receive(folder, new ByteArrayInputStream(bytes), PutTerms.none());
                FileChannel channel = FileChannel.open(incoming.file(), StandardOpenOption.READ)) {
            ByteBuffer back = ByteBuffer.allocate(CHECKED_BYTES);
            while (back.hasRemaining() && channel.read(back) >= 0) {}
            if (back.hasRemaining()) {
                throw new ObjectStoreUnavailable("The object folder " + folder.root()
                        + " does not give back what was written to it. Check its disk.");
            }
        } catch (IOException e) {
            throw folder.translate(e);
        }
        return Duration.between(start, clock.instant());
    }

    @Override
    public void close() {
        // Files are open only while a stream is read or written.
    }
}
