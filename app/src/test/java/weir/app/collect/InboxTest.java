package weir.app.collect;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import weir.app.WeirProgram;
import weir.app.serve.Dependencies;
import weir.app.serve.RunningService;
import weir.app.settings.ServiceSettings;
import weir.collect.delivery.Deliveries;
import weir.collect.delivery.Registry;
import weir.collect.inbox.Inbox;
import weir.collect.inbox.ReadInbox;
import weir.collect.rulebook.Rulebook;
import weir.engine.dataset.Datasets;
import weir.engine.organisation.OrganisationCode;
import weir.engine.organisation.Organisations;
import weir.platform.database.Database;
import weir.platform.database.DatabaseSettings;
import weir.platform.database.EmbeddedPostgres;
import weir.platform.job.Jobs;
import weir.platform.journal.Actor;
import weir.platform.journal.Journal;
import weir.platform.objects.ObjectSettings;
import weir.platform.objects.ObjectStore;
import weir.platform.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/// A folder and a bucket from which files are taken.
final class InboxTest {

    private static final String HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n%s,1,01/02/2010,WBRI,A112345670001,,\n";
    private static final String BARNET = "Fons-a821f-Barnet-BAR";

    @TempDir
    private Path temporary;

    @Test
    void takesWhatIsNewOrChangedAndReportsBesideIt() throws Exception {
        Path inbox = temporary.resolve("inbox");
        put(inbox, BARNET + "/ssda903/2023/header.csv", header("a"));
        put(inbox, BARNET + "/ssda903/2024/header.csv", header("b"));
        put(inbox, BARNET + "/ssda903/2024/.header.csv.part", "half");
        put(inbox, BARNET + "/ssda903/2024/~$header.xlsx", "lock");
        put(inbox, BARNET + "/loose.csv", "a");
        put(inbox, "Nowhere-XXX/ssda903/2024/header.csv", header("c"));
        put(inbox, "no code/ssda903/2024/header.csv", header("d"));
        try (RunningService service = serve(Map.of(ServiceSettings.INBOX.key(), inbox.toUri().toString()))) {
            await("taken", () -> files(service, "BAR").size() == 2);
            assertThat(service.json("/v1/deliveries?organisation=BAR").path("deliveries").size())
                    .as("one delivery for each look at a folder").isEqualTo(1);
            assertThat(files(service, "BAR").keySet()).containsExactly("ssda903/2023/header.csv", "ssda903/2024/header.csv");
            await("reported", () -> logs(inbox).size() == 2);
            assertThat(logs(inbox)).allMatch(name -> name.matches("BAR_ssda903_\\d+_error_report\\.csv"));
            assertThat(service.get("/metrics")).contains("weir_collect_inbox_unknown_folders 2");

            put(inbox, BARNET + "/ssda903/2024/header.csv", header("b").replace("WBRI", "XXXX"));
            await("taken again", () -> service.json("/v1/deliveries?organisation=BAR").path("deliveries").size() == 2);
            await("reported again", () -> logs(inbox).size() == 3);
            assertThat(tree(inbox)).contains(BARNET + "/ssda903/2023/header.csv", "Nowhere-XXX/ssda903/2024/header.csv");
        }
        int before = logs(inbox).size();
        try (RunningService service = serve(Map.of(ServiceSettings.INBOX.key(), inbox.toUri().toString()))) {
            put(inbox, BARNET + "/ssda903/2022/header.csv", header("e"));
            await("the new one is taken", () -> files(service, "BAR").containsKey("ssda903/2022/header.csv"));
            await("the new one is reported", () -> logs(inbox).size() == before + 1);
            assertThat(service.json("/v1/deliveries?organisation=BAR").path("deliveries").size())
                    .as("what was taken before is not taken again").isEqualTo(3);
        }
    }

    @Test
    void waitsForAFileThatIsStillGrowing() throws IOException {
        Path inbox = temporary.resolve("inbox");
        Path growing = put(inbox, BARNET + "/ssda903/2023/header.csv", header("a"));
        SecureRandom random = new SecureRandom();
        InstantSource clock = InstantSource.system();
        Organisations organisations = organisations();
        Rulebook rulebook =
                new Rulebook(() -> Datasets.in(WeirProgram.root().resolve("datasets")), organisations, Optional.empty());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(
                        temporary.resolve("postgres"), WeirProgram.root().resolve("platform/target/postgres-programs"), 0, random);
                Database database =
                        Database.open(postgres.address(), DatabaseSettings.usual(), Dependencies.MIGRATIONS);
                ObjectStore objects = ObjectStore.open(ObjectSettings.inFolder(temporary.resolve("objects")), clock)) {
            Journal journal = new Journal(database);
            Deliveries deliveries =
                    new Deliveries(database, objects, journal, new Jobs(database, journal), rulebook, clock, random);
            ReadInbox read = new ReadInbox(
                    Inbox.open(ObjectSettings.inFolder(inbox)), database, objects, deliveries,
                    new Registry(database, journal, (_, _, _) -> { }), organisations, DataSize.ofMegabytes(1), _ -> { });
            Actor somebody = Actor.process("test");
            assertThat(read.look(somebody, () -> { })).isEqualTo(new ReadInbox.Round(0, 1, 0));
            Files.writeString(growing, header("a") + "b,1,01/02/2010,WBRI,,,\n", StandardCharsets.UTF_8);
            assertThat(read.look(somebody, () -> { })).as("it has grown").isEqualTo(new ReadInbox.Round(0, 1, 0));
            assertThat(read.look(somebody, () -> { })).as("it was the same twice").isEqualTo(new ReadInbox.Round(1, 0, 0));
            assertThat(read.look(somebody, () -> { })).as("it is taken").isEqualTo(new ReadInbox.Round(0, 0, 0));
            assertThat(deliveries.page(new OrganisationCode("BAR"), Long.MAX_VALUE, 10)).hasSize(1);
        }
    }

    @Test
    void takesFromABucket() throws Exception {
        Path bucket = temporary.resolve("s3/weir-inbox");
        put(bucket, "drop/" + BARNET + "/ssda903/2023 final/my header.csv", header("a"));
        put(bucket, "other/" + BARNET + "/ssda903/2023/header.csv", header("b"));
        S3Proxy proxy = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "key", "secret")
                .blobStore(new FilesystemNio2BlobStore(temporary.resolve("s3").toString()))
                .stopTimeout(0)
                .build();
        proxy.start();
        try (RunningService service = serve(Map.of(
                ServiceSettings.INBOX.key(), "s3://weir-inbox/drop",
                ServiceSettings.S3_ENDPOINT.key(), "http://127.0.0.1:" + proxy.getPort(),
                ServiceSettings.S3_PATH_STYLE.key(), "true",
                ServiceSettings.S3_KEY.key(), "key",
                ServiceSettings.S3_SECRET.key(), "secret"))) {
            await("taken", () -> !files(service, "BAR").isEmpty());
            assertThat(files(service, "BAR").keySet()).containsExactly("ssda903/2023 final/my header.csv");
        } finally {
            proxy.stop();
        }
    }

    private RunningService serve(Map<String, String> settings) {
        return RunningService.on(
                temporary.resolve("data"),
                organisations(),
                standard -> {
                    var all = standard.with(ServiceSettings.INBOX_EVERY, "1s", "test");
                    for (var group : ServiceSettings.ALL) {
                        for (var setting : group.settings()) {
                            String text = settings.get(setting.key());
                            all = text == null ? all : all.with(setting, text, "test");
                        }
                    }
                    return all;
                });
    }

    private static Organisations organisations() {
        return Organisations.read(WeirProgram.root().resolve("datasets/organisations.yaml"));
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(200)).until(condition);
    }

    /// The bytes of each file that was taken.
    private static Map<String, Integer> files(RunningService service, String organisation) throws IOException, InterruptedException {
        Map<String, Integer> files = new TreeMap<>();
        for (JsonNode delivery : service.json("/v1/deliveries?organisation=" + organisation).path("deliveries")) {
            delivery.path("files").forEach(file -> files.put(file.path("file").asString(), file.path("bytes").asInt()));
        }
        return files;
    }

    /// The reports; one that is being written is hidden.
    private static List<String> logs(Path inbox) throws IOException {
        return tree(inbox).stream().filter(path -> path.startsWith(BARNET + "/logs/"))
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .filter(name -> !name.startsWith("."))
                .toList();
    }

    private static List<String> tree(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).toList();
        }
    }

    private static Path put(Path folder, String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static String header(String child) {
        return HEADER.replace("%s", child);
    }
}
