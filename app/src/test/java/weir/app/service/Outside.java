package weir.app.service;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import weir.app.WeirProgram;
import weir.platform.broker.BrokerAddress;
import weir.platform.broker.EmbeddedKafka;
import weir.platform.database.DatabaseAddress;
import weir.platform.database.EmbeddedPostgres;

/// A database server, a Kafka cluster and an S3 service outside the processes of Weir, as on several machines. Each can
/// be stopped and comes back at the same address.
final class Outside implements AutoCloseable {

    private static final Path PAGE = WeirProgram.root().resolve("docs/how-to/run-on-several-machines.md");
    private static final Pattern SETTINGS = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private final int databasePort = Place.freePort();
    private final int brokerPort = Place.freePort();
    private final Bucket bucket;
    private EmbeddedPostgres database;
    private EmbeddedKafka broker;

    private Outside(Path folder) throws IOException {
        this.folder = folder;
        this.bucket = Bucket.in(folder.resolve("bucket"));
        this.database = startDatabase();
        this.broker = startBroker();
    }

    static Outside start(Path folder) throws IOException {
        return new Outside(folder);
    }

    private EmbeddedPostgres startDatabase() {
        return EmbeddedPostgres.start(folder.resolve("postgres"), Place.programs(), databasePort, random);
    }

    private EmbeddedKafka startBroker() {
        return EmbeddedKafka.start(folder.resolve("kafka"), brokerPort, random);
    }

    void stopDatabase() {
        database.close();
    }

    void bringBackDatabase() {
        database = startDatabase();
    }

    void stopBroker() {
        broker.close();
    }

    void bringBackBroker() {
        broker = startBroker();
    }

    void stopObjects() throws IOException {
        bucket.stop();
    }

    void bringBackObjects() throws IOException {
        bucket.start();
    }

    DatabaseAddress databaseAddress() {
        return database.address();
    }

    BrokerAddress brokerAddress() {
        return broker.address();
    }

    /// A place for one process: the three lines that the page on several machines shows, with these addresses, and the
    /// secrets in the environment.
    Place place(String name) throws IOException {
        Path properties = folder.resolve("kafka.properties");
        Properties security = new Properties();
        security.putAll(broker.address().security());
        try (Writer out = Files.newBufferedWriter(properties, StandardCharsets.UTF_8)) {
            security.store(out, null);
        }
        return new Place(folder.resolve(name), Place.freePort(), settings(), Map.of(
                "WEIR_DATABASE_USER", database.address().user(),
                "WEIR_DATABASE_PASSWORD", database.address().password().reveal(),
                "WEIR_KAFKA_PROPERTIES_FILE", properties.toString(),
                "WEIR_OBJECTS_S3_ENDPOINT", bucket.endpoint().toString(),
                "WEIR_OBJECTS_S3_PATH_STYLE", "true",
                "WEIR_OBJECTS_S3_ACCESS_KEY", Bucket.ACCESS_KEY,
                "WEIR_OBJECTS_S3_SECRET_KEY", Bucket.SECRET_KEY,
                "WEIR_ACCESS_SERVICE_KEY", "0123456789abcdef0123456789abcdef",
                "WEIR_JOBS_POLL", "100ms",
                "WEIR_JOBS_HEARTBEAT", "1s"));
    }

    private String settings() throws IOException {
        Matcher shown = SETTINGS.matcher(Files.readString(PAGE, StandardCharsets.UTF_8));
        if (!shown.find()) {
            throw new IllegalStateException("The page shows no settings.");
        }
        return shown.group(1)
                .replaceFirst("(?m)^(database\\.url: ).*$", "$1" + database.address().url())
                .replaceFirst("(?m)^(kafka\\.bootstrap-servers: ).*$", "$1" + broker.address().bootstrapServers())
                .replaceFirst("(?m)^(objects\\.url: ).*$", "$1s3://" + Bucket.NAME + "/weir");
    }

    @Override
    public void close() throws IOException {
        broker.close();
        database.close();
        bucket.close();
    }
}
