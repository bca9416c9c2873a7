package weir.platform.objects;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/// Objects in an S3 bucket, Amazon's or another's. The description is the object's user metadata.
///
/// A stream is received whole before the first byte is sent (see decision 0014), so a stream that fails never reaches the
/// bucket. Retention is checked before an object is replaced or deleted; two processes that do so in the same moment are
/// not kept apart. Set a rule on the bucket that clears unfinished uploads after a day.
public final class S3Objects implements ObjectStore {

    private static final int TRIES = 3;
    private static final Duration CHECK_LIMIT = Duration.ofSeconds(5);
    private static final byte[] CHECK = {'w', 'e', 'i', 'r'};

    private final S3Bucket bucket;
    private final Path spoolFolder;
    private final InstantSource clock;

    private S3Objects(S3Bucket bucket, Path spoolFolder, InstantSource clock) {
        this.bucket = bucket;
        this.spoolFolder = spoolFolder;
        this.clock = clock;
    }

    /// Nothing is asked of the bucket yet: [#check] does that.
    public static S3Objects open(ObjectSettings settings, InstantSource clock) {
        return new S3Objects(S3Bucket.open(settings), settings.s3().spoolFolder(), clock);
    }

    @Override
    public StoredObject put(ObjectKey key, InputStream content, PutTerms terms) throws IOException {
        try (Spool.Filled filled = Spool.receive(spoolFolder, content, terms)) {
            Optional<StoredObject> there = intact(key);
            if (there.isPresent()) {
                there.get().refuseWhileRetained(clock.instant());
            }
            StoredObject object = describe(key, filled.content(), terms);
            new S3Upload(bucket, object, filled.spool()).replace();
            return object;
        }
    }

    @Override
    public ContentPut putContent(ObjectKey folder, InputStream content, PutTerms terms) throws IOException {
        try (Spool.Filled filled = Spool.receive(spoolFolder, content, terms)) {
            StoredObject object = describe(folder.content(filled.content().sha256()), filled.content(), terms);
            S3Upload upload = new S3Upload(bucket, object, filled.spool());
            for (int tries = 0; tries < TRIES; tries++) {
                Optional<StoredObject> there = intact(object.key());
                if (there.isPresent() && there.get().isSameContent(object)) {
                    // An answer that got lost makes our own object look like another's.
                    return new ContentPut(there.get(), !there.get().equals(object));
                }
                if (upload.createNew()) {
                    return new ContentPut(object, false);
                }
                if (isDamaged(object.key())) {
                    upload.replace();
                    return new ContentPut(object, false);
                }
            }
            throw new ObjectStoreUnavailable(
                    "Others kept changing object " + object.key() + " in the bucket " + bucket.name() + ". Try again.");
        }
    }

    private StoredObject describe(ObjectKey key, Content content, PutTerms terms) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new StoredObject(key, content.sha256(), content.size(), now, terms.retainUntil(), terms.labels());
    }

    /// What is under the key, or empty when it is damaged: then storing again mends it.
    private Optional<StoredObject> intact(ObjectKey key) throws IOException {
        try {
            return find(key);
        } catch (ObjectCorrupted _) {
            return Optional.empty();
        }
    }

    private boolean isDamaged(ObjectKey key) throws IOException {
        try {
            find(key);
            return false;
        } catch (ObjectCorrupted _) {
            return true;
        }
    }

    @Override
    public ObjectReader read(ObjectKey key) throws IOException {
        ResponseInputStream<GetObjectResponse> response = bucket.callFor(client -> client.getObject(
                        get -> get.bucket(bucket.name()).key(bucket.path(key))))
                .orElseThrow(() -> new ObjectNotFound(key));
        S3Body body = new S3Body(bucket, response);
        try {
            return new ObjectReader(describe(key, response.response()), body);
        } catch (IOException | RuntimeException e) {
            body.close();
            throw e;
        }
    }

    private static StoredObject describe(ObjectKey key, GetObjectResponse response) throws ObjectCorrupted {
        return S3Headers.parse(key, response.metadata(), response.contentLength());
    }

    @Override
    public InputStream readRange(ObjectKey key, long offset, long length) throws IOException {
        BoundedStream.requireRange(offset, length);
        StoredObject object = find(key).orElseThrow(() -> new ObjectNotFound(key));
        if (length == 0 || offset >= object.size()) {
            return InputStream.nullInputStream();
        }
        long last = Math.min(object.size(), offset + Math.min(length, object.size())) - 1;
        String range = "bytes=" + offset + "-" + last;
        ResponseInputStream<GetObjectResponse> response = bucket.callFor(client -> client.getObject(
                        get -> get.bucket(bucket.name()).key(bucket.path(key)).range(range)))
                .orElseThrow(() -> new ObjectNotFound(key));
        return new BoundedStream(new S3Body(bucket, response), last - offset + 1);
    }

    @Override
    public Optional<StoredObject> find(ObjectKey key) throws IOException {
        Optional<HeadObjectResponse> head = bucket.callFor(
                client -> client.headObject(ask -> ask.bucket(bucket.name()).key(bucket.path(key))));
        return head.isEmpty()
                ? Optional.empty()
                : Optional.of(S3Headers.parse(key, head.get().metadata(), head.get().contentLength()));
    }

    @Override
    public Stream<ListedObject> list(String prefix) throws IOException {
        Iterator<ListedObject> listing = new S3Listing(bucket, prefix);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        listing, Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL),
                false);
    }

    @Override
    public boolean delete(ObjectKey key) throws IOException {
        Optional<StoredObject> there = find(key);
        if (there.isEmpty()) {
            return false;
        }
        there.get().refuseWhileRetained(clock.instant());
        bucket.call(client -> client.deleteObject(delete -> delete.bucket(bucket.name()).key(bucket.path(key))));
        return true;
    }

    /// Writes and reads a small object of its own name, which no list shows.
    @Override
    public Duration check() throws IOException {
        Instant start = clock.instant();
        String path = bucket.prefix() + ".weir-check";
        bucket.call(client -> client.putObject(
                put -> put.bucket(bucket.name()).key(path).metadata(Map.of())
                        .overrideConfiguration(override -> override.apiCallTimeout(CHECK_LIMIT)),
                RequestBody.fromBytes(CHECK)));
        byte[] back = bucket.call(client -> client.getObjectAsBytes(get -> get.bucket(bucket.name()).key(path)
                        .overrideConfiguration(override -> override.apiCallTimeout(CHECK_LIMIT))))
                .asByteArray();
        if (!Arrays.equals(CHECK, back)) {
            throw new ObjectStoreUnavailable(
                    "The bucket " + bucket.name() + " does not give back what was written to it. Check the service.");
        }
        return Duration.between(start, clock.instant());
    }

    @Override
    public void close() {
        bucket.close();
    }
}
