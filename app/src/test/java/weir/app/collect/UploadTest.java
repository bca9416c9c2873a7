package weir.app.collect;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import weir.app.WeirProgram;
import weir.app.serve.RunningService;
import weir.app.settings.ServiceSettings;
import weir.engine.organisation.Organisations;

import static org.assertj.core.api.Assertions.assertThat;

/// Uploads by tus over real HTTP. Each test uploads for an organisation of its own.
@Order(9)
final class UploadTest {

    @TempDir
    private static Path temporary = Path.of("");

    private static Optional<RunningService> running = Optional.empty();

    @BeforeAll
    static void start() {
        running = Optional.of(RunningService.on(
                temporary.resolve("data"), organisations(), settings -> settings.with(ServiceSettings.MAX_DELIVERY, "50MB", "test")));
    }

    @AfterAll
    static void stop() {
        service().close();
    }

    private static RunningService service() {
        return running.orElseThrow();
    }

    private static TusClient client() {
        return new TusClient(service().address());
    }

    private static Organisations organisations() {
        return Organisations.read(WeirProgram.root().resolve("datasets/organisations.yaml"));
    }

    @Test
    void takesAFileInPiecesAndHandsItOverAsADelivery() throws IOException, InterruptedException {
        byte[] file = bytes(20_000_000);
        String upload = client().create("BAD", "2024/header.csv", file.length);
        HttpResponse<String> first = client().patch(upload, 0, file, 0, 18_000_000);
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(first.headers().firstValue("Upload-Offset")).contains("18000000");
        assertThat(first.headers().firstValue("Upload-Expires").orElseThrow()).endsWith("GMT");
        assertThat(first.headers().firstValue("Weir-Delivery")).isEmpty();
        HttpResponse<String> head = client().head(upload);
        assertThat(head.headers().firstValue("Upload-Offset")).contains("18000000");
        assertThat(head.headers().firstValue("Upload-Length")).contains("20000000");
        assertThat(head.headers().firstValue("Upload-Metadata")).contains(TusClient.metadata("BAD", "2024/header.csv"));
        assertThat(head.headers().firstValue("Cache-Control")).contains("no-store");
        HttpResponse<String> last = client().patch(upload, 18_000_000, file, 18_000_000, 2_000_000);
        String delivery = last.headers().firstValue("Weir-Delivery").orElseThrow();
        assertThat(last.headers().firstValue("Location")).contains("/v1/deliveries/" + delivery);
        JsonNode kept = service().json("/v1/deliveries/" + delivery).path("files").get(0);
        assertThat(kept.path("file").asString()).isEqualTo("2024/header.csv");
        assertThat(kept.path("resource").asString()).isEqualTo(sha256(file));
        assertThat(client().head(upload).headers().firstValue("Weir-Delivery")).contains(delivery);
    }

    @Test
    void refusesWhatIsNotTheNextPieceAndStaysAsItWas() throws IOException, InterruptedException {
        byte[] file = bytes(1_000);
        String upload = client().create("BAR", "2024/header.csv", file.length);
        assertThat(client().patch(upload, 0, file, 0, 400).statusCode()).isEqualTo(204);
        assertThat(client().patch(upload, 0, file, 0, 400).statusCode()).isEqualTo(409);
        assertThat(client().patch(upload, 500, file, 500, 500).statusCode()).isEqualTo(409);
        assertThat(client().patch(upload, 400, file, 300, 700).statusCode()).as("more than the file was said to have").isEqualTo(413);
        assertThat(client().offset(upload)).isEqualTo(400);
        String delivery = client().patch(upload, 400, file, 400, 600).headers().firstValue("Weir-Delivery").orElseThrow();
        assertThat(service().json("/v1/deliveries/" + delivery).path("resource").asString()).isEqualTo(sha256(file));
        assertThat(client().patch(upload, 0, file, 0, 400).statusCode()).isEqualTo(409);
    }

    @Test
    void keepsOneOfTwoPiecesThatComeAtTheSameMoment() throws Exception {
        byte[] file = bytes(6_000_000);
        for (int round = 0; round < 3; round++) {
            file[0] = (byte) round;
            String upload = client().create("BRE", round + "/header.csv", file.length);
            try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
                List<Future<Integer>> answers = Stream.of(5_000_000, 5_000_001, 5_000_002)
                        .map(length -> threads.submit(() -> client().patch(upload, 0, file, 0, length).statusCode()))
                        .toList();
                assertThat(List.of(answers.get(0).get(), answers.get(1).get(), answers.get(2).get()))
                        .containsExactlyInAnyOrder(204, 409, 409);
            }
            int kept = (int) client().offset(upload);
            String delivery =
                    client().patch(upload, kept, file, kept, file.length - kept).headers().firstValue("Weir-Delivery").orElseThrow();
            assertThat(service().json("/v1/deliveries/" + delivery).path("resource").asString()).isEqualTo(sha256(file));
        }
    }

    @Test
    void keepsWhatCameBeforeTheSenderBrokeOff() throws IOException, InterruptedException {
        byte[] file = bytes(100_000);
        String upload = client().create("BEX", "2024/header.csv", file.length);
        try (Socket _ = client().begin(upload, file.length, file, 70_000)) {
            Awaitility.await("some came").pollDelay(Duration.ofMillis(50)).until(() -> client().offset(upload) == 0);
        }
        Awaitility.await("kept").atMost(Duration.ofSeconds(30)).until(() -> client().offset(upload) > 0);
        int kept = (int) client().offset(upload);
        String delivery =
                client().patch(upload, kept, file, kept, file.length - kept).headers().firstValue("Weir-Delivery").orElseThrow();
        assertThat(service().json("/v1/deliveries/" + delivery).path("resource").asString()).isEqualTo(sha256(file));
    }

    @Test
    void putsFilesIntoADeliveryThatThereIs() throws IOException, InterruptedException {
        String id = service().handIn("CAM", "2024/episodes.csv", "CHILD\n").path("id").asString();
        byte[] file = "a,b\n".getBytes(StandardCharsets.US_ASCII);
        HttpResponse<String> begun = TusClient.send(client().request("/v1/uploads?organisation=CAM")
                .header("Upload-Length", "4")
                .header("Upload-Metadata", "filename aC5jc3Y=,delivery "
                        + Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.US_ASCII)))
                .POST(BodyPublishers.noBody()));
        String upload = begun.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> answer = TusClient.send(client().request(upload)
                .header("X-HTTP-Method-Override", "PATCH")
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .POST(BodyPublishers.ofByteArray(file)));
        assertThat(answer.headers().firstValue("Weir-Delivery")).contains(id);
        assertThat(service().json("/v1/deliveries/" + id).path("files").valueStream().map(one -> one.path("file").asString()))
                .containsExactly("2024/episodes.csv", "h.csv");
    }

    @Test
    void handsAnEmptyFileOverAtOnce() throws IOException, InterruptedException {
        String upload = client().create("CRO", "2024/empty.csv", 0);
        assertThat(client().head(upload).headers().firstValue("Weir-Delivery")).isPresent();
    }

    @Test
    void saysWhatItSpeaksAndRefusesTheRest() throws IOException, InterruptedException {
        HttpResponse<String> options =
                TusClient.send(client().request("/v1/uploads").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Tus-Extension")).contains("creation,termination,expiration");
        assertThat(options.headers().firstValue("Tus-Max-Size")).contains("52428800");
        HttpResponse<String> old = TusClient.send(client().request("/v1/uploads")
                .setHeader("Tus-Resumable", "0.2.2").POST(BodyPublishers.noBody()));
        assertThat(old.statusCode()).isEqualTo(412);
        assertThat(old.headers().firstValue("Tus-Version")).contains("1.0.0");
        assertThat(begin("EAL", "x.csv", "52428801")).isEqualTo(413);
        assertThat(begin("EAL", "../x.csv", "5")).isEqualTo(400);
        assertThat(begin("XXX", "x.csv", "5")).isEqualTo(400);
        assertThat(begin("EAL", "x.csv", "many")).isEqualTo(400);
        String upload = client().create("EAL", "x.csv", 5);
        HttpResponse<String> untyped = TusClient.send(client().request(upload)
                .header("Upload-Offset", "0").method("PATCH", BodyPublishers.ofString("12345")));
        assertThat(untyped.statusCode()).isEqualTo(415);
        assertThat(TusClient.send(client().request(upload).DELETE()).statusCode()).isEqualTo(204);
        assertThat(client().head(upload).statusCode()).isEqualTo(404);
        assertThat(client().patch(upload, 0, new byte[5], 0, 5).statusCode()).isEqualTo(404);
        assertThat(service().json("/v1/deliveries?organisation=EAL").path("deliveries").size()).isZero();
    }

    private static int begin(String organisation, String file, String length) throws IOException, InterruptedException {
        return TusClient.send(client().request("/v1/uploads")
                        .header("Upload-Length", length)
                        .header("Upload-Metadata", TusClient.metadata(organisation, file))
                        .POST(BodyPublishers.noBody()))
                .statusCode();
    }

    @Test
    void erasesWhatNobodyWentOnWithForADay(@TempDir Path folder) throws IOException, InterruptedException {
        byte[] mark = "MARK OF AN ABANDONED UPLOAD".getBytes(StandardCharsets.US_ASCII);
        String abandoned;
        try (RunningService web = RunningService.on(
                folder.resolve("data"), organisations(), settings -> settings.with(ServiceSettings.ROLES, "web", "test"))) {
            abandoned = new TusClient(web.address()).create("BAD", "2024/header.csv", 100);
            assertThat(new TusClient(web.address()).patch(abandoned, 0, mark, 0, mark.length).statusCode()).isEqualTo(204);
            assertThat(holds(folder, mark)).isTrue();
        }
        try (RunningService later = RunningService.on(
                folder.resolve("data"), organisations(), settings -> settings,
                InstantSource.offset(InstantSource.system(), Duration.ofHours(25)))) {
            Awaitility.await("given up").atMost(Duration.ofSeconds(30))
                    .until(() -> new TusClient(later.address()).head(abandoned).statusCode() == 404);
            Awaitility.await("erased").pollInterval(Duration.ofMillis(500)).atMost(Duration.ofSeconds(90)).until(() -> {
                later.erase();
                return !holds(folder, mark);
            });
        }
    }

    private static boolean holds(Path folder, byte[] mark) throws IOException {
        Path uploads = folder.resolve("data/objects/uploads");
        if (!Files.exists(uploads)) {
            return false;
        }
        try (Stream<Path> walk = Files.walk(uploads)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                if (Arrays.equals(Files.readAllBytes(file), mark)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new SplittableRandom(count).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
