package weir.app.doctor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import weir.app.serve.Dependencies;
import weir.app.serve.PartSettings;
import weir.app.serve.Parts;
import weir.app.settings.ServiceSettings;
import weir.platform.broker.Broker;
import weir.platform.database.Database;
import weir.platform.database.SchemaVersion;
import weir.platform.database.ServerFacts;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectReader;
import weir.platform.objects.ObjectStore;
import weir.platform.objects.PutTerms;
import weir.platform.settings.SettingValues;

/// Database, broker, objects, and whether their clocks agree with this machine's.
final class PartChecks {

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);
    private static final Duration SLOW_COMMIT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Checkup checkup;
    private final SettingValues settings;
    private final PartSettings partSettings;
    private final Parts parts;
    private final InstantSource clock;

    PartChecks(Checkup checkup, SettingValues settings, Parts parts, InstantSource clock) {
        this.checkup = checkup;
        this.settings = settings;
        this.partSettings = new PartSettings(settings);
        this.parts = parts;
        this.clock = clock;
    }

    void run() {
        checkup.open("database", parts::bareDatabase).ifPresent(this::database);
        checkup.open("broker", () -> Broker.open(parts.broker(), PATIENCE)).ifPresent(this::broker);
        checkup.open("objects", parts::objects).ifPresent(this::objects);
        storeClock();
    }

    private void database(Database database) {
        checkup.timed("database", () -> {
            ServerFacts facts = ServerFacts.of(database);
            String found = "PostgreSQL " + facts.version() + " at " + database.address().place();
            return facts.isSynced()
                    ? Finding.ok("database", found)
                    : Finding.problem("database", found + " does not sync its commits",
                            "Set fsync, full_page_writes and synchronous_commit on: a power cut would lose what was acknowledged.");
        });
        checkup.timed("round trip", () -> {
            database.ping();
            return Finding.ok("round trip", "the database answers");
        });
        checkup.look("commit", () -> commit(database));
        checkup.look("tables", () -> tables(database));
        checkup.look("clock", () -> clock("clock", "the database's", ServerFacts.of(database).now()));
    }

    private Finding commit(Database database) {
        Instant start = clock.instant();
        ServerFacts.commit(database);
        Duration took = Duration.between(start, clock.instant());
        Finding found = took.compareTo(SLOW_COMMIT) < 0
                ? Finding.ok("commit", "a commit reaches the disk")
                : Finding.warning("commit", "a commit is slow", "Give the database a faster disk.");
        return found.in(took);
    }

    private static Finding tables(Database database) {
        List<SchemaVersion> versions = Dependencies.MIGRATIONS.stream().map(database::version).toList();
        String found = versions.stream()
                .map(version -> version.schema() + " " + (version.current().isEmpty() ? "-" : version.current()))
                .collect(Collectors.joining(", "));
        if (versions.stream().allMatch(SchemaVersion::isLatest)) {
            return Finding.ok("tables", "up to date: " + found);
        }
        boolean isNewer = versions.stream().anyMatch(PartChecks::isNewer);
        return isNewer
                ? Finding.problem("tables", "of a later Weir: " + found, "Use that version of Weir or a later one.")
                : Finding.ok("tables", "made or brought up to date by the next 'weir serve'");
    }

    private static boolean isNewer(SchemaVersion version) {
        return !version.current().isEmpty() && Long.parseLong(version.current()) > Long.parseLong("0" + version.latest());
    }

    private Finding clock(String about, String whose, Instant theirs) {
        Duration apart = Duration.between(clock.instant(), theirs).abs();
        return apart.compareTo(CLOCK_TOLERANCE) < 0
                ? Finding.ok(about, "agrees with " + whose)
                : Finding.problem(about, apart.toSeconds() + " s apart from " + whose,
                        "Set the clock of both machines by NTP: signatures and sessions depend on it.");
    }

    private void broker(Broker opened) {
        try (Broker broker = opened) {
            checkup.timed("broker", () -> Finding.ok("broker", "Kafka at " + broker.address() + ", brokers: " + broker.ping()));
            checkup.timed("topics", () -> Finding.ok("topics", broker.topics().size() + " topics"));
        }
    }

    private void objects(ObjectStore store) {
        checkup.timed("objects", () -> {
            byte[] written = clock.instant().toString().getBytes(StandardCharsets.UTF_8);
            ObjectKey key = ObjectKey.of("doctor/" + ProcessHandle.current().pid());
            store.put(key, new ByteArrayInputStream(written), PutTerms.none());
            try (ObjectReader reader = store.read(key)) {
                reader.readAllBytes();
            }
            store.delete(key);
            return Finding.ok("objects", "written, read back and deleted in "
                    + partSettings.given(ServiceSettings.OBJECTS_URL).orElse("the data folder"));
        });
    }

    private void storeClock() {
        Optional<String> url = partSettings.given(ServiceSettings.OBJECTS_URL).filter(text -> text.startsWith("s3:"));
        if (url.isPresent()) {
            checkup.timed("S3 clock", this::askStoreClock);
        }
    }

    private Finding askStoreClock() throws IOException, InterruptedException {
        String endpoint = partSettings.given(ServiceSettings.S3_ENDPOINT)
                .orElse("https://s3." + settings.get(ServiceSettings.S3_REGION) + ".amazonaws.com");
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint))
                    .method("HEAD", HttpRequest.BodyPublishers.noBody()).timeout(PATIENCE).build();
            HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
            Optional<String> date = response.headers().firstValue("Date");
            return date.isEmpty()
                    ? Finding.ok("S3 clock", "the store does not say what time it is")
                    : clock("S3 clock", "the object store's", ZonedDateTime.parse(date.get(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Finding.ok("S3 clock", "the store does not say what time it is");
        }
    }
}
