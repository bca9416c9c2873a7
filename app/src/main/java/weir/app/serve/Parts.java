package weir.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.app.settings.ServiceSettings;
import weir.app.terminal.Interruption;
import weir.platform.access.key.ServiceKey;
import weir.platform.broker.BrokerAddress;
import weir.platform.broker.EmbeddedKafka;
import weir.platform.database.Database;
import weir.platform.database.DatabaseAddress;
import weir.platform.database.DatabaseSettings;
import weir.platform.database.EmbeddedPostgres;
import weir.platform.database.SchemaVersion;
import weir.platform.folder.DataFolder;
import weir.platform.folder.DataFolderInUse;
import weir.platform.objects.ObjectStore;
import weir.platform.settings.SettingValues;

/// What a command of whoever runs the service works on, whether the service runs or not.
///
/// A part with an address is connected to. An embedded part is connected to when another process has the data folder;
/// otherwise this one takes the folder, starts the part, and stops it at the end. Nothing is opened before it is asked
/// for, and a running service is not disturbed: its tables are not migrated. For one thread.
public final class Parts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);
    private static final int CONNECTIONS = 4;

    private final SettingValues settings;
    private final PartSettings partSettings;
    private final Surroundings surroundings;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Interruption interruption;
    private Optional<Holding> holding = Optional.empty();
    private Optional<Database> database = Optional.empty();
    private Optional<ObjectStore> objects = Optional.empty();
    private Optional<BrokerAddress> broker = Optional.empty();

    private enum Holding {
        OURS,
        ANOTHERS
    }

    public Parts(SettingValues settings, Surroundings surroundings) {
        this.settings = settings;
        this.partSettings = new PartSettings(settings);
        this.surroundings = surroundings;
        this.interruption = opened(Interruption.watched());
    }

    /// Who runs the command, for the journal: the name they are signed on to this machine by.
    public static String operator() {
        return System.getProperty("user.name", "unknown");
    }

    /// To be called between two pieces of long work.
    /// @throws Interruption.Interrupted when somebody wants the program to end
    public void checkInterruption() {
        interruption.check();
    }

    /// The data folder.
    public Path folder() {
        return settings.path(ServiceSettings.DATA);
    }

    /// Whether another process has the data folder. The first call takes the folder when nobody has.
    public boolean isHeldByAnother() {
        if (holding.isEmpty()) {
            try {
                opened(DataFolder.take(folder(), surroundings.clock().instant()));
                holding = Optional.of(Holding.OURS);
            } catch (DataFolderInUse e) {
                holding = Optional.of(Holding.ANOTHERS);
            }
        }
        return holding.get() == Holding.ANOTHERS;
    }

    private <T extends AutoCloseable> T opened(T resource) {
        opened.push(resource);
        return resource;
    }

    /// The database with its tables as this program wants them.
    /// @throws NotReady    when the process that has the folder has no database up
    /// @throws OtherSchema when it is another version's, and not ours to bring up to date
    public Database database() {
        if (database.isEmpty()) {
            Database found = bareDatabase();
            if (partSettings.database().isPresent() || isHeldByAnother()) {
                Dependencies.MIGRATIONS.stream().map(found::version).filter(version -> !version.isLatest()).findFirst().ifPresent(this::refuse);
            } else {
                Dependencies.MIGRATIONS.forEach(found::migrate);
            }
            database = Optional.of(found);
        }
        return database.get();
    }

    private void refuse(SchemaVersion found) {
        throw new OtherSchema(found);
    }

    /// The database with its tables as they are.
    public Database bareDatabase() {
        Duration patience = settings.get(ServiceSettings.DATABASE_WAIT);
        return opened(Database.open(databaseAddress(), new DatabaseSettings(CONNECTIONS, patience), List.of()));
    }

    private DatabaseAddress databaseAddress() {
        Optional<DatabaseAddress> given = partSettings.database();
        if (given.isPresent()) {
            return given.get();
        }
        Path postgres = folder().resolve("postgres");
        if (isHeldByAnother()) {
            return EmbeddedPostgres.running(postgres).orElseThrow(() -> new NotReady(folder(), "database"));
        }
        return opened(EmbeddedPostgres.start(
                        postgres,
                        settings.findPath(ServiceSettings.DATABASE_PROGRAMS).orElse(postgres.resolve("programs")),
                        settings.get(ServiceSettings.DATABASE_PORT),
                        surroundings.random()))
                .address();
    }

    /// The object store.
    /// @throws ObjectsFailed when it cannot be used
    public ObjectStore objects() {
        if (objects.isEmpty()) {
            try {
                if (partSettings.isObjectsUrlSet()) {
                    Files.createDirectories(folder().resolve("spool"));
                } else {
                    isHeldByAnother();
                }
                objects = Optional.of(opened(ObjectStore.open(partSettings.objects(folder()), surroundings.clock())));
            } catch (IOException e) {
                throw new ObjectsFailed(e);
            }
        }
        return objects.get();
    }

    /// Where the broker is; an embedded one runs when this returns.
    /// @throws NotReady when the process that has the folder has never had a broker up
    public BrokerAddress broker() {
        if (broker.isEmpty()) {
            broker = partSettings.broker().or(() -> Optional.of(embeddedBroker()));
        }
        return broker.get();
    }

    private BrokerAddress embeddedBroker() {
        Path kafka = folder().resolve("kafka");
        if (isHeldByAnother()) {
            return EmbeddedKafka.lastKnown(kafka).orElseThrow(() -> new NotReady(folder(), "broker"));
        }
        return opened(EmbeddedKafka.start(kafka, settings.get(ServiceSettings.KAFKA_PORT), surroundings.random())).address();
    }

    /// Whether there is a broker that may have topics: one with an address, or an embedded one that has run before.
    public boolean hasBroker() {
        return partSettings.broker().isPresent() || Files.exists(folder().resolve("kafka").resolve("data"));
    }

    /// What seals the secrets of Hawk keys: the setting, or the one in the data folder, which is made when it is not there.
    public ServiceKey serviceKey() throws IOException {
        var given = settings.find(ServiceSettings.SERVICE_KEY);
        return given.isPresent()
                ? ServiceKey.of(given.get(), surroundings.random())
                : ServiceKey.inFile(serviceKeyFile(), surroundings.random());
    }

    /// Where the service key is when the settings do not give it.
    public Path serviceKeyFile() {
        return folder().resolve("secrets").resolve("service-key");
    }

    /// Closes what was opened, the last first.
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
