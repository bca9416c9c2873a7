package weir.platform.objects;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/// Where objects are kept. Safe for any number of threads, and for any number of processes on one store.
///
/// A put is visible whole or not at all, and on the disk (or acknowledged by S3) when it returns. Memory does not grow
/// with the size of an object. Keys are leaves: the key of an object must not be the beginning of another's path.
public sealed interface ObjectStore extends AutoCloseable permits FileObjects, S3Objects {

    /// The store that the settings name, `file:` or `s3:`.
    /// @throws ObjectStoreUnavailable when a folder cannot be used; S3 is not asked before its first use
    static ObjectStore open(ObjectSettings settings, InstantSource clock) throws IOException {
        return settings.isS3() ? S3Objects.open(settings, clock) : FileObjects.open(settings.folder(), clock);
    }

    /// Stores a stream under a key. What was there is replaced, unless it is retained. The stream is read to its end and
    /// left open.
    /// @throws StillRetained when what is there may not be replaced yet
    /// @throws TooLarge when the stream has more bytes than its terms allow
    StoredObject put(ObjectKey key, InputStream content, PutTerms terms) throws IOException;

    /// Stores a stream under the SHA-256 of its bytes below a folder, see [ObjectKey#content]. The same bytes twice are one
    /// object, whoever comes first.
    /// @throws TooLarge when the stream has more bytes than its terms allow
    ContentPut putContent(ObjectKey folder, InputStream content, PutTerms terms) throws IOException;

    /// The bytes of an object. Reading to the end proves them; see [ObjectReader].
    /// @throws ObjectNotFound when there is none
    ObjectReader read(ObjectKey key) throws IOException;

    /// Some of the bytes of an object, to its end at most. A part cannot be checked against the checksum of the whole.
    /// @throws ObjectNotFound when there is none
    /// @throws IllegalArgumentException when offset or length are negative
    InputStream readRange(ObjectKey key, long offset, long length) throws IOException;

    /// What is known of an object, or empty when there is none.
    Optional<StoredObject> find(ObjectKey key) throws IOException;

    /// The objects whose keys start with the prefix, any text, in the order of their keys. Read page by page while the
    /// stream is consumed, which fails with [java.io.UncheckedIOException]; close it.
    Stream<ListedObject> list(String prefix) throws IOException;

    /// Deletes an object; `false` when there was none.
    /// @throws StillRetained when its time has not come
    boolean delete(ObjectKey key) throws IOException;

    /// Proves that the store can be written and read now, and says how long that took.
    Duration check() throws IOException;

    @Override
    void close();
}
