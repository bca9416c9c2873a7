package weir.app.serve;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.app.settings.ServiceSettings;
import weir.platform.broker.Broker;
import weir.platform.broker.BrokerAddress;
import weir.platform.broker.EmbeddedKafka;
import weir.platform.database.Database;
import weir.platform.database.DatabaseAddress;
import weir.platform.database.DatabaseSettings;
import weir.platform.database.EmbeddedPostgres;
import weir.platform.database.Migrations;
import weir.platform.folder.DataFolder;
import weir.platform.objects.ObjectSettings;
import weir.platform.objects.ObjectStore;
import weir.platform.objects.S3Credentials;
import weir.platform.objects.S3Settings;
import weir.platform.secret.Secret;
import weir.platform.settings.Setting;
import weir.platform.settings.SettingValues;

/// What a process of the service depends on, embedded or by address, opened side by side and closed in order.
final class Dependencies implements AutoCloseable {

    /// The schemas of every part.
    static final List<Migrations> MIGRATIONS =
            List.of(Migrations.PLATFORM, new Migrations("collect", "weir/collect/migrations"));

    private static final Logger LOG = LoggerFactory.getLogger(Dependencies.class);
    private static final Duration BROKER_PATIENCE = Duration.ofSeconds(3);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final SettingValues settings;
    private final Surroundings surroundings;
    private final DataFolder folder;
    private final Database database;
    private final Broker broker;
    private final ObjectStore objects;

    private Dependencies(SettingValues settings, Surroundings surroundings) {
        this.settings = settings;
        this.surroundings = surroundings;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            this.folder = opened(DataFolder.take(settings.path(ServiceSettings.DATA), surroundings.clock().instant()));
            Future<DatabaseAddress> database = threads.submit(this::databaseAddress);
            Future<BrokerAddress> broker = threads.submit(this::brokerAddress);
            this.objects = opened(openObjects());
            DatabaseAddress databaseAddress = await(database, broker);
            this.database = opened(openDatabase(databaseAddress));
            this.broker = opened(Broker.open(await(broker, database), BROKER_PATIENCE));
        }
    }

    /// @throws RuntimeException a sentence of its own for each thing that may be wrong; what was opened is closed again
    static Dependencies open(SettingValues settings, Surroundings surroundings) {
        return new Dependencies(settings, surroundings);
    }

    private <T extends AutoCloseable> T opened(T resource) {
        synchronized (opened) {
            opened.push(resource);
        }
        return resource;
    }

    /// Waits for what is being opened; when it fails, waits for the other too and closes all.
    private <T> T await(Future<T> one, Future<?> other) {
        try {
            return one.get();
        } catch (ExecutionException e) {
            waitFor(other);
            close();
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new IllegalStateException("The start was interrupted. Nothing was changed.", e);
        }
    }

    private static void waitFor(Future<?> other) {
        try {
            other.get();
        } catch (ExecutionException | InterruptedException e) {
            LOG.debug("Another dependency did not start either.");
        }
    }

    private DatabaseAddress databaseAddress() {
        Optional<String> url = given(ServiceSettings.DATABASE_URL);
        if (url.isPresent()) {
            Secret password = settings.find(ServiceSettings.DATABASE_PASSWORD)
                    .orElseThrow(() -> new MissingSetting(ServiceSettings.DATABASE_PASSWORD, ServiceSettings.DATABASE_URL));
            return new DatabaseAddress(url.get(), settings.get(ServiceSettings.DATABASE_USER), password);
        }
        Path postgres = folder.folder("postgres");
        return opened(EmbeddedPostgres.start(
                        postgres,
                        surroundings.programs().orElse(postgres.resolve("programs")),
                        settings.get(ServiceSettings.DATABASE_PORT),
                        surroundings.random()))
                .address();
    }

    private Database openDatabase(DatabaseAddress address) {
        DatabaseSettings usage = new DatabaseSettings(
                settings.get(ServiceSettings.DATABASE_POOL), settings.get(ServiceSettings.DATABASE_WAIT));
        try {
            return Database.open(address, usage, MIGRATIONS);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private BrokerAddress brokerAddress() throws IOException {
        Optional<String> servers = given(ServiceSettings.KAFKA_SERVERS);
        if (servers.isPresent()) {
            return new BrokerAddress(servers.get(), brokerProperties());
        }
        return opened(EmbeddedKafka.start(
                        folder.folder("kafka"), settings.get(ServiceSettings.KAFKA_PORT), surroundings.random()))
                .address();
    }

    private Map<String, String> brokerProperties() throws IOException {
        Optional<Path> file = settings.findPath(ServiceSettings.KAFKA_PROPERTIES);
        Map<String, String> found = new LinkedHashMap<>();
        if (file.isPresent()) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file.get())) {
                properties.load(reader);
            }
            properties.stringPropertyNames().forEach(name -> found.put(name, properties.getProperty(name)));
        }
        return found;
    }

    private ObjectStore openObjects() {
        try {
            return ObjectStore.open(objectSettings(), surroundings.clock());
        } catch (IOException e) {
            close();
            throw new ObjectsFailed(e);
        }
    }

    private ObjectSettings objectSettings() {
        Optional<String> url = given(ServiceSettings.OBJECTS_URL);
        if (url.isEmpty()) {
            return ObjectSettings.inFolder(folder.path().resolve("objects"));
        }
        Optional<S3Credentials> credentials = given(ServiceSettings.S3_KEY)
                .map(id -> new S3Credentials(id, settings.find(ServiceSettings.S3_SECRET)
                        .orElseThrow(() -> new MissingSetting(ServiceSettings.S3_SECRET, ServiceSettings.S3_KEY))));
        return new ObjectSettings(URI.create(url.get()), new S3Settings(
                given(ServiceSettings.S3_ENDPOINT).map(URI::create),
                settings.get(ServiceSettings.S3_REGION),
                settings.get(ServiceSettings.S3_PATH_STYLE),
                credentials,
                folder.folder("spool")));
    }

    private Optional<String> given(Setting<String> setting) {
        return settings.find(setting).filter(text -> !text.isBlank());
    }

    DataFolder folder() {
        return folder;
    }

    Database database() {
        return database;
    }

    Broker broker() {
        return broker;
    }

    ObjectStore objects() {
        return objects;
    }

    /// Closes what was opened, the last first. What fails to close does not hold up the rest.
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LOG.warn("A part did not stop cleanly. Nothing is lost. failure={}", e.getClass().getSimpleName());
            }
        }
    }

    /// A setting that another one needs.
    static final class MissingSetting extends RuntimeException {

        private static final long serialVersionUID = 1;

        MissingSetting(Setting<?> missing, Setting<?> other) {
            super("'" + other.key() + "' is set and '" + missing.key() + "' is not: set " + missing.variable()
                    + (missing.isSecret() ? ", or name its file as '" + missing.key() + "-file'." : "."));
        }
    }

    /// The object store cannot be used.
    static final class ObjectsFailed extends RuntimeException {

        private static final long serialVersionUID = 1;

        ObjectsFailed(IOException cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }
}
