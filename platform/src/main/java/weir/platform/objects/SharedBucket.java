package weir.platform.objects;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A bucket, or a prefix of one, that others write into: lists and reads what stands there, under any names, and changes
/// nothing. Safe for any number of threads.
public final class SharedBucket implements AutoCloseable {

    private final S3Bucket bucket;

    private SharedBucket(S3Bucket bucket) {
        this.bucket = bucket;
    }

    /// Nothing is asked of the bucket yet.
    public static SharedBucket open(ObjectSettings settings) {
        return new SharedBucket(S3Bucket.open(settings));
    }

    /// One object.
    ///
    /// @param path without the prefix
    /// @param size in bytes
    /// @param etag changes when the bytes do
    public record Found(String path, long size, String etag) {}

    /// All of them, in the order of their paths.
    public List<Found> list() throws IOException {
        List<Found> all = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Optional<String> from = next;
            ListObjectsV2Response page = bucket.call(client -> client.listObjectsV2(list -> {
                list.bucket(bucket.name()).prefix(bucket.prefix());
                from.ifPresent(list::continuationToken);
            }));
            for (S3Object object : page.contents()) {
                all.add(new Found(object.key().substring(bucket.prefix().length()), object.size(), object.eTag()));
            }
            next = Optional.ofNullable(page.nextContinuationToken());
        } while (next.isPresent());
        return all;
    }

    /// The bytes of one; empty when it is gone.
    public Optional<InputStream> read(String path) throws IOException {
        return bucket.callFor(client -> client.getObject(get -> get.bucket(bucket.name()).key(bucket.prefix() + path)))
                .map(response -> new S3Body(bucket, response));
    }

    @Override
    public void close() {
        bucket.close();
    }
}
