package weir.app.service;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/// An S3 service with one bucket, which a test stops and starts.
final class Bucket implements AutoCloseable {

    static final String NAME = "weir-objects";
    static final String ACCESS_KEY = "an-access-key";
    static final String SECRET_KEY = "a-secret-key";

    private final URI endpoint;
    private final BlobStore blobs;
    private Optional<S3Proxy> proxy = Optional.empty();

    private Bucket(URI endpoint, BlobStore blobs) {
        this.endpoint = endpoint;
        this.blobs = blobs;
    }

    /// Keeps what it is given as files in a folder.
    static Bucket in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(NAME));
        URI endpoint = URI.create("http://127.0.0.1:" + Place.freePort());
        Bucket bucket = new Bucket(endpoint, new FilesystemNio2BlobStore(folder.toString()));
        bucket.start();
        return bucket;
    }

    URI endpoint() {
        return endpoint;
    }

    void start() throws IOException {
        try {
            S3Proxy started = S3Proxy.builder()
                    .endpoint(endpoint)
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                    .blobStore(blobs)
                    .stopTimeout(0)
                    .build();
            started.start();
            proxy = Optional.of(started);
        } catch (Exception e) {
            throw new IOException("The S3 service did not start.", e);
        }
    }

    void stop() throws IOException {
        try {
            if (proxy.isPresent()) {
                proxy.get().stop();
            }
            proxy = Optional.empty();
        } catch (Exception e) {
            throw new IOException("The S3 service did not stop.", e);
        }
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
