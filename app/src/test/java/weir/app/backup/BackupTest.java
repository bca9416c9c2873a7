package weir.app.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import weir.app.Folders;
import weir.app.Returns;
import weir.app.WeirProgram;
import weir.app.WeirProgram.Ended;
import weir.app.serve.RunningService;

import static org.assertj.core.api.Assertions.assertThat;

/// A running service is backed up while files are handed in, and restored into an empty folder.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(6)
final class BackupTest {

    private static final Instant NOW = WeirProgram.NOW;

    private Path temporary = Path.of("");
    private Path data = temporary;
    private Path backup = temporary;
    private List<String> before = List.of();
    private String token = "";

    private Ended weir(Object... words) {
        return WeirProgram.shipped().at(NOW).run(words);
    }

    @BeforeAll
    void backUpARunningService(@TempDir Path folder) throws Exception {
        temporary = folder;
        data = temporary.resolve("data");
        backup = temporary.resolve("backup");
        try (RunningService service = RunningService.on(data);
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            service.handIn("BAD", "2020/reviews.csv", Returns.REVIEWS);
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> !service.isBusy());
            before = deliveries(service);

            Ended key = weir("key", "add", "--organisation", "BAD", "--role", "uploader:BAD", "--data", data);
            assertThat(key.exit()).as(key.toString()).isZero();
            token = key.out().strip();
            assertThat(token).startsWith("weir_");
            assertThat(key.err()).doesNotContain(token);

            AtomicBoolean isOver = new AtomicBoolean();
            Future<Integer> handedIn = threads.submit(() -> {
                int count = 0;
                while (!isOver.get()) {
                    service.handIn("BAD", "2020/reviews" + count + ".csv", Returns.REVIEWS.replace("1001", Integer.toString(2000 + count)));
                    count++;
                }
                return count;
            });
            Ended made = weir("backup", backup, "--with-secrets", "--data", data);
            isOver.set(true);
            assertThat(made.exit()).as(made.toString()).isZero();
            assertThat(made.out()).isEmpty();
            assertThat(handedIn.get()).as("files handed in during the backup").isPositive();
        }
    }

    /// What stays of a delivery when later ones supersede it.
    private static List<String> deliveries(RunningService service) throws Exception {
        return service.json("/v1/deliveries?organisation=BAD&limit=1000").path("deliveries").valueStream()
                .map(delivery -> delivery.path("id").asString() + " " + delivery.path("received_at").asString() + " "
                        + delivery.path("file").asString() + " " + delivery.path("resource").asString())
                .toList();
    }

    @AfterAll
    void nothingIsLeftBesideTheFolders() throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            assertThat(all.map(path -> path.getFileName().toString())).noneMatch(name -> name.endsWith(".partial"));
        }
    }

    @Test
    void aServiceOnTheRestoredFolderHasAllThatWasThere() throws Exception {
        Path restored = temporary.resolve("restored");
        Ended ended = weir("restore", backup, "--data", restored);
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.err()).contains("compared with the backup", "The journal is whole");
        assertThat(Files.readString(restored.resolve("secrets/service-key")))
                .isEqualTo(Files.readString(data.resolve("secrets/service-key")));

        try (RunningService service = RunningService.on(restored)) {
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> !service.isBusy());
            assertThat(before).hasSize(1);
            assertThat(deliveries(service)).containsAll(before);
            assertThat(service.json("/v1/outputs/PAN").path("files").isEmpty()).isFalse();
            assertThat(service.json("/v1/journal/verification").path("is_whole").asBoolean()).isTrue();
            assertThat(weir("key", "list", "--data", restored).out()).contains("holds").doesNotContain(token);
        }
        Ended verified = weir("journal", "verify", "--data", restored);
        assertThat(verified.exit()).as(verified.toString()).isZero();
    }

    @Test
    void aDamagedBackupIsRefusedAndNothingIsLeft() throws IOException {
        Path restored = temporary.resolve("never");
        for (String file : Folders.files(backup).keySet()) {
            Path copy = temporary.resolve("copy");
            Folders.copy(backup, copy);
            byte[] bytes = Files.readAllBytes(copy.resolve(file));
            bytes[bytes.length / 2] ^= 1;
            Files.write(copy.resolve(file), bytes);
            Ended flipped = weir("restore", copy, "--data", restored);
            assertThat(flipped.exit()).as(file + " flipped: " + flipped).isEqualTo(1);
            assertThat(flipped.err()).contains("The backup is damaged");
            Files.delete(copy.resolve(file));
            Ended missing = weir("restore", copy, "--data", restored);
            assertThat(missing.exit()).as(file + " missing: " + missing).isEqualTo(1);
            assertThat(restored).doesNotExist();
            Folders.delete(copy);
        }
    }

    @Test
    void aBackupOfANewerWeirIsRefused() throws IOException {
        Path copy = temporary.resolve("newer");
        Folders.copy(backup, copy);
        Path manifest = copy.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"format\":1", "\"format\":2"));
        String sum = HexFormat.of().formatHex(digest(Files.readAllBytes(manifest)));
        Files.writeString(copy.resolve("manifest.json.sha256"), sum + "  manifest.json\n");
        Ended ended = weir("restore", copy, "--data", temporary.resolve("never"));
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("made by a later Weir");
        assertThat(temporary.resolve("never")).doesNotExist();
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void wrongPlacesAreRefused() throws IOException {
        Path full = temporary.resolve("full");
        Folders.write(full.resolve("notes.txt"), "mine");
        assertThat(weir("restore", backup, "--data", full).exit()).isEqualTo(2);
        assertThat(weir("restore", full, "--data", temporary.resolve("never")).err()).contains("is no backup");
        assertThat(weir("backup", full, "--data", data).exit()).isEqualTo(2);
        assertThat(weir("backup", data.resolve("inside"), "--data", data).err()).contains("in the data folder");
        assertThat(weir("backup", temporary.resolve("b"), "--data", temporary.resolve("nowhere")).exit()).isEqualTo(2);
        assertThat(full.resolve("notes.txt")).hasContent("mine");
        assertThat(temporary.resolve("never")).doesNotExist();
        assertThat(temporary.resolve("nowhere")).doesNotExist();
    }

    @Test
    void secretsAreInTheBackupOnlyWhenAskedFor() throws IOException {
        assertThat(Folders.files(backup)).containsKey("secrets/service-key");
        Path plain = temporary.resolve("plain");
        Ended ended = weir("backup", plain, "--data", data);
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(Folders.files(plain)).doesNotContainKey("secrets/service-key");
        String key = Files.readString(data.resolve("secrets/service-key")).strip();
        String password = Files.readString(data.resolve("postgres/secret")).strip();
        for (Path file : Folders.files(plain).values()) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain(key, password, token);
        }
    }
}
