package weir.platform.objects;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;
import weir.platform.net.FreePort;
import weir.platform.secret.Secret;

/// An S3 service in this process, which a test stops and starts.
final class S3Service implements AutoCloseable {

    static final String BUCKET = "weir-objects";
    private static final String ACCESS_KEY = "an-access-key";
    private static final Secret SECRET_KEY = Secret.of("a-secret-key");

    private final URI endpoint;
    private final BlobStore blobs;
    private final AtomicInteger failingPart;
    private Optional<S3Proxy> proxy = Optional.empty();

    private S3Service(BlobStore blobs, AtomicInteger failingPart) throws IOException {
        this.endpoint = URI.create("http://127.0.0.1:" + FreePort.find(new SplittableRandom()));
        this.blobs = blobs;
        this.failingPart = failingPart;
    }

    /// Keeps what it is given as files in a folder.
    static S3Service inFolder(Path folder) throws Exception {
        Files.createDirectories(folder);
        AtomicInteger failingPart = new AtomicInteger();
        BlobStore blobs = new ForwardingBlobStore(new FilesystemNio2BlobStore(folder.toString())) {
            @Override
            public UploadPartResponse uploadMultipartPart(MultipartUpload upload, UploadPartRequest part, InputStream body) {
                if (part.partNumber() == failingPart.get()) {
                    throw new IllegalStateException("This part fails.");
                }
                return super.uploadMultipartPart(upload, part, body);
            }
        };
        return new S3Service(blobs, failingPart).started();
    }

    /// From now on this part of any object is not taken; 0 for none.
    void failPart(int number) {
        failingPart.set(number);
    }

    private S3Service started() throws Exception {
        start();
        try (S3Client client = client()) {
            client.createBucket(create -> create.bucket(BUCKET));
        }
        return this;
    }

    void start() throws Exception {
        S3Proxy started = S3Proxy.builder()
                .endpoint(endpoint)
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY.reveal())
                .blobStore(blobs)
                .stopTimeout(0)
                .build();
        started.start();
        proxy = Optional.of(started);
    }

    void stop() throws IOException {
        if (proxy.isPresent()) {
            try {
                proxy.get().stop();
            } catch (Exception e) {
                throw new IOException("The S3 service did not stop.", e);
            }
            proxy = Optional.empty();
        }
    }

    /// A client of the test's own, to look behind a store.
    S3Client client() {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_2)
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(
                                ACCESS_KEY, SECRET_KEY.reveal())))
                .build();
    }

    ObjectSettings settings(Path spoolFolder) {
        return settings(spoolFolder, "s3://" + BUCKET + "/a/prefix", SECRET_KEY);
    }

    ObjectSettings settings(Path spoolFolder, String url, Secret secretKey) {
        return new ObjectSettings(
                URI.create(url),
                new S3Settings(
                        Optional.of(endpoint),
                        "eu-west-2",
                        true,
                        Optional.of(new S3Credentials(ACCESS_KEY, secretKey)),
                        spoolFolder));
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
