package weir.app.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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
import weir.platform.database.EmbeddedPostgres;
import weir.platform.database.Migrations;
import weir.platform.folder.DataFolder;
import weir.platform.objects.ObjectStore;
import weir.platform.settings.SettingValues;

/// What a process of the service depends on, embedded or by address, opened side by side and closed in order.
public final class Dependencies implements AutoCloseable {

    /// The schemas of every part.
    public static final List<Migrations> MIGRATIONS =
            List.of(Migrations.PLATFORM, new Migrations("collect", "weir/collect/migrations"), new Migrations("stream", "weir/stream/migrations"));

    private static final Logger LOG = LoggerFactory.getLogger(Dependencies.class);
    private static final Duration BROKER_PATIENCE = Duration.ofSeconds(3);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final SettingValues settings;
    private final PartSettings partSettings;
    private final Surroundings surroundings;
    private final DataFolder folder;
    private final Database database;
    private final Broker broker;
    private final ObjectStore objects;

    private Dependencies(SettingValues settings, Surroundings surroundings) {
        this.settings = settings;
        this.partSettings = new PartSettings(settings);
        this.surroundings = surroundings;
        try {
            this.folder = opened(DataFolder.take(settings.path(ServiceSettings.DATA), surroundings.clock().instant()));
            // Closing the threads waits for both: whatever fails, all that was started is known by then.
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                Future<DatabaseAddress> database = threads.submit(this::databaseAddress);
                Future<BrokerAddress> broker = threads.submit(this::brokerAddress);
                this.objects = opened(openObjects());
                this.database = opened(openDatabase(await(database)));
                this.broker = opened(Broker.open(await(broker), BROKER_PATIENCE));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
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

    private static <T> T await(Future<T> opening) {
        try {
            return opening.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start was interrupted. Nothing was changed.", e);
        }
    }

    private DatabaseAddress databaseAddress() {
        Optional<DatabaseAddress> given = partSettings.database();
        if (given.isPresent()) {
            return given.get();
        }
        Path postgres = folder.folder("postgres");
        return opened(EmbeddedPostgres.start(
                        postgres,
                        settings.findPath(ServiceSettings.DATABASE_PROGRAMS).orElse(postgres.resolve("programs")),
                        settings.get(ServiceSettings.DATABASE_PORT),
                        surroundings.random()))
                .address();
    }

    private Database openDatabase(DatabaseAddress address) {
        return Database.open(address, partSettings.databaseUse(), MIGRATIONS);
    }

    private BrokerAddress brokerAddress() {
        Optional<BrokerAddress> given = partSettings.broker();
        if (given.isPresent()) {
            return given.get();
        }
        return opened(EmbeddedKafka.start(
                        folder.folder("kafka"), settings.get(ServiceSettings.KAFKA_PORT), surroundings.random()))
                .address();
    }

    private ObjectStore openObjects() {
        try {
            if (partSettings.isObjectsUrlSet()) {
                folder.folder("spool");
            }
            return ObjectStore.open(partSettings.objects(folder.path()), surroundings.clock());
        } catch (IOException e) {
            throw new ObjectsFailed(e);
        }
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
}
