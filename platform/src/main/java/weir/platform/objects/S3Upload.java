package weir.platform.objects;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Sends a spooled object to a bucket, in one request or in parts. It is visible when the last request is answered.
final class S3Upload {

    private static final long PART = 8 * 1024 * 1024;
    private static final long MOST_IN_ONE = 2 * PART;
    private static final long MOST_PARTS = 10_000;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int NOT_IMPLEMENTED = 501;

    private final S3Bucket bucket;
    private final StoredObject object;
    private final Spool spool;

    S3Upload(S3Bucket bucket, StoredObject object, Spool spool) {
        this.bucket = bucket;
        this.object = object;
        this.spool = spool;
    }

    /// Stores the object, whatever is under its key.
    void replace() throws IOException {
        send(false);
    }

    /// Stores the object unless its key is taken; `false` when it is. A service that cannot tell takes it.
    boolean createNew() throws IOException {
        try {
            send(true);
            return true;
        } catch (ObjectStoreUnavailable e) {
            if (!(e.getCause() instanceof S3Exception answer)) {
                throw e;
            }
            switch (answer.statusCode()) {
                case CONFLICT, PRECONDITION_FAILED -> {
                    return false;
                }
                case NOT_IMPLEMENTED -> {
                    send(false);
                    return true;
                }
                default -> throw e;
            }
        }
    }

    private void send(boolean onlyIfNew) throws IOException {
        if (object.size() <= MOST_IN_ONE) {
            sendWhole(onlyIfNew);
        } else {
            sendParts(onlyIfNew);
        }
    }

    private void sendWhole(boolean onlyIfNew) throws IOException {
        String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(object.sha256().hex()));
        bucket.call(client -> client.putObject(
                put -> {
                    put.bucket(bucket.name()).key(bucket.path(object.key())).metadata(S3Headers.of(object));
                    put.checksumSHA256(checksum);
                    if (onlyIfNew) {
                        put.ifNoneMatch("*");
                    }
                },
                spool.body(0, object.size())));
    }

    private void sendParts(boolean onlyIfNew) throws IOException {
        String path = bucket.path(object.key());
        String upload = bucket.call(client -> client.createMultipartUpload(
                        create -> create.bucket(bucket.name()).key(path).metadata(S3Headers.of(object))))
                .uploadId();
        try {
            List<CompletedPart> parts = parts(path, upload);
            bucket.call(client -> client.completeMultipartUpload(complete -> {
                complete.bucket(bucket.name()).key(path).uploadId(upload).multipartUpload(all -> all.parts(parts));
                if (onlyIfNew) {
                    complete.ifNoneMatch("*");
                }
            }));
        } catch (IOException | RuntimeException e) {
            abort(path, upload, e);
            throw e;
        }
    }

    private List<CompletedPart> parts(String path, String upload) throws IOException {
        long partSize = Math.max(PART, Math.ceilDiv(object.size(), MOST_PARTS));
        List<CompletedPart> parts = new ArrayList<>();
        for (long offset = 0; offset < object.size(); offset += partSize) {
            long start = offset;
            long length = Math.min(partSize, object.size() - start);
            int number = parts.size() + 1;
            String tag = bucket.call(client -> client.uploadPart(
                            part -> part.bucket(bucket.name()).key(path).uploadId(upload).partNumber(number),
                            spool.body(start, length)))
                    .eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
        }
        return parts;
    }

    private void abort(String path, String upload, Exception failure) {
        try {
            bucket.call(client -> client.abortMultipartUpload(
                    abort -> abort.bucket(bucket.name()).key(path).uploadId(upload)));
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e); // The parts stay, unseen, until the bucket's own rule clears them.
        }
    }
}
