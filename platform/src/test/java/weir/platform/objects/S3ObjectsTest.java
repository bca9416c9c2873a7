package weir.platform.objects;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import weir.platform.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What a bucket of objects does when the service fails, or when others put their hands on it.
@Timeout(120)
final class S3ObjectsTest {

    private static final ObjectKey KEY = ObjectKey.of("outputs/PAN/episodes.csv");
    private static final String PATH = "a/prefix/" + KEY;
    private static final byte[] SMALL = Bytes.of(1, 9_000);
    private static final byte[] LARGE = Bytes.of(2, 20 * 1024 * 1024);

    @TempDir
    private Path temporary;

    private final MovableClock clock = new MovableClock();
    private S3Service service;
    private ObjectStore store;

    @BeforeEach
    void openTheStore() throws Exception {
        service = S3Service.inFolder(temporary.resolve("s3"));
        store = ObjectStore.open(service.settings(temporary.resolve("spool")), clock);
    }

    @AfterEach
    void closeTheStore() throws IOException {
        store.close();
        service.close();
    }

    private StoredObject put(byte[] bytes) throws IOException {
        return store.put(KEY, Bytes.stream(bytes), PutTerms.none());
    }

    private byte[] read() throws IOException {
        try (ObjectReader reader = store.read(KEY)) {
            return reader.readAllBytes();
        }
    }

    private List<ListedObject> listAll() throws IOException {
        try (Stream<ListedObject> listed = store.list("")) {
            return listed.toList();
        }
    }

    @Test
    void isBackWhenTheServiceIsBack() throws Exception {
        put(LARGE);
        service.stop();
        for (ThrowingAction action : List.<ThrowingAction>of(
                () -> put(SMALL), this::read, () -> store.find(KEY), this::listAll, () -> store.delete(KEY), store::check)) {
            assertThatThrownBy(action::run)
                    .isInstanceOf(ObjectStoreUnavailable.class)
                    .hasMessageContaining("cannot be reached")
                    .hasMessageContaining("check the endpoint");
        }
        service.start();
        assertThat(store.check()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(read()).as("nothing was changed meanwhile").isEqualTo(LARGE);
        put(SMALL);
        assertThat(read()).isEqualTo(SMALL);
    }

    private interface ThrowingAction {
        void run() throws IOException;
    }

    @Test
    void saysThatTheBucketIsMissingOrTheKeyIsWrong() throws IOException {
        Path spool = temporary.resolve("spool");
        ObjectSettings noBucket = service.settings(spool, "s3://another-bucket", Secret.of("a-secret-key"));
        try (ObjectStore other = ObjectStore.open(noBucket, clock)) {
            assertThatThrownBy(other::check)
                    .isInstanceOf(ObjectStoreUnavailable.class)
                    .hasMessageContaining("check the name of the bucket");
        }
        ObjectSettings wrongSecret =
                service.settings(spool, "s3://" + S3Service.BUCKET, Secret.of("canary-4711"));
        assertThat(wrongSecret.toString()).doesNotContain("canary-4711");
        try (ObjectStore other = ObjectStore.open(wrongSecret, clock)) {
            assertThatThrownBy(other::check)
                    .isInstanceOf(ObjectStoreUnavailable.class)
                    .hasMessageContaining("check the access key")
                    .hasMessageNotContaining("canary-4711");
        }
    }

    @Test
    void changedBytesMakeReadingFail() throws IOException {
        put(LARGE);
        byte[] flipped = LARGE.clone();
        flipped[12_345_678] ^= 1;
        try (S3Client client = service.client()) {
            Map<String, String> metadata = client.headObject(head -> head.bucket(S3Service.BUCKET).key(PATH)).metadata();
            client.putObject(
                    put -> put.bucket(S3Service.BUCKET).key(PATH).metadata(metadata), RequestBody.fromBytes(flipped));
            assertThatThrownBy(this::read).isInstanceOf(ObjectCorrupted.class).hasMessageContaining("checksum");
            client.putObject(
                    put -> put.bucket(S3Service.BUCKET).key(PATH).metadata(metadata), RequestBody.fromBytes(SMALL));
            assertThatThrownBy(() -> store.find(KEY)).isInstanceOf(ObjectCorrupted.class).hasMessageContaining("9000 bytes");
            client.putObject(put -> put.bucket(S3Service.BUCKET).key(PATH), RequestBody.fromBytes(SMALL));
            assertThatThrownBy(this::read).isInstanceOf(ObjectCorrupted.class).hasMessageContaining("lost its description");
        }
        put(SMALL);
        assertThat(read()).isEqualTo(SMALL);
    }

    @Test
    void theSameBytesStoredAgainMendADamagedObject() throws IOException {
        ObjectKey folder = ObjectKey.of("resources");
        StoredObject first = store.putContent(folder, Bytes.stream(SMALL), PutTerms.none()).object();
        try (S3Client client = service.client()) {
            client.putObject(
                    put -> put.bucket(S3Service.BUCKET).key("a/prefix/" + first.key()), RequestBody.fromString("cut"));
        }
        assertThat(store.putContent(folder, Bytes.stream(SMALL), PutTerms.none()).wasThere()).isFalse();
        assertThat(store.find(first.key())).contains(first);
    }

    @Test
    void leavesNoPartsBehindWhenOneIsNotTaken() throws Exception {
        put(SMALL);
        service.failPart(2);
        assertThatThrownBy(() -> store.put(KEY, Bytes.stream(LARGE), PutTerms.none()))
                .isInstanceOf(ObjectStoreUnavailable.class);
        service.failPart(0);
        assertThat(read()).isEqualTo(SMALL);
        assertThat(temporary.resolve("spool")).isEmptyDirectory();
        try (S3Client client = service.client()) {
            assertThat(client.listMultipartUploads(list -> list.bucket(S3Service.BUCKET)).uploads()).isEmpty();
        }
        store.put(KEY, Bytes.stream(LARGE), PutTerms.none());
        assertThat(read()).isEqualTo(LARGE);
    }

    @Test
    void leavesNothingBehindWhenTheServiceGoesAwayMeanwhile() throws Exception {
        put(SMALL);
        PutTerms stoppingTheService = PutTerms.none().withProgress(bytes -> {
            if (bytes == LARGE.length) {
                stopService();
            }
        });
        assertThatThrownBy(() -> store.put(KEY, Bytes.stream(LARGE), stoppingTheService))
                .isInstanceOf(ObjectStoreUnavailable.class);
        service.start();
        assertThat(read()).isEqualTo(SMALL);
        assertThat(temporary.resolve("spool")).isEmptyDirectory();
        try (S3Client client = service.client()) {
            assertThat(client.listMultipartUploads(list -> list.bucket(S3Service.BUCKET)).uploads()).isEmpty();
        }
    }

    private void stopService() {
        try {
            service.stop();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void showsOnlyWhatStandsUnderItsPrefixAndHasAKey() throws IOException {
        put(SMALL);
        store.check();
        try (S3Client client = service.client()) {
            for (String path : List.of("other", "a/prefix2/x", "a/prefix/with space", "a/prefix/folder/")) {
                client.putObject(put -> put.bucket(S3Service.BUCKET).key(path), RequestBody.fromBytes(new byte[0]));
            }
        }
        assertThat(listAll()).containsExactly(new ListedObject(KEY, SMALL.length));
    }
}
