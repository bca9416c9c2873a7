package weir.app.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import weir.app.settings.ServiceSettings;
import weir.engine.pipeline.FolderTree;
import weir.platform.access.AccessEvents;
import weir.platform.broker.Broker;
import weir.platform.database.Database;
import weir.platform.health.Health;
import weir.platform.journal.Journal;
import weir.platform.metrics.Metrics;
import weir.platform.settings.SettingValues;
import weir.platform.web.Routes;
import weir.stream.ingest.Intake;
import weir.stream.ingest.PostRoutes;
import weir.stream.ingest.StreamProducers;
import weir.stream.memory.GraphChangeRoutes;
import weir.stream.memory.GraphChanges;
import weir.stream.memory.GraphRoutes;
import weir.stream.memory.KafkaDeadLetters;
import weir.stream.memory.MemoryFlush;
import weir.stream.memory.MemoryRoutes;
import weir.stream.memory.MemoryWriter;
import weir.stream.privacy.PrivacyFilter;
import weir.stream.privacy.Sensitivities;
import weir.stream.privacy.SensitivityFile;
import weir.stream.read.ReadLimits;
import weir.stream.read.ReadRoutes;
import weir.stream.registration.PlatformStudentId;
import weir.stream.registration.SchoolList;
import weir.stream.registration.SchoolListRefused;
import weir.stream.registration.SrmRules;
import weir.stream.registration.SrmSettings;
import weir.stream.registration.UniqueIds;
import weir.stream.registration.review.ReviewRoutes;
import weir.stream.registration.review.ReviewSettings;
import weir.stream.registration.store.StoredPlatformIds;
import weir.stream.registration.store.StoredReports;
import weir.stream.registration.store.StoredStudents;
import weir.stream.sif.SifLimits;
import weir.stream.sif.SifSchema;
import weir.stream.sif.SifSplitter;
import weir.stream.topology.KnownStreams;
import weir.stream.topology.StreamApplication;
import weir.stream.topology.StreamRules;

/// The parts of the streams, wired: the application on the broker and the doors of its listener.
final class StreamParts {

    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Duration BROKER = Duration.ofSeconds(10);
    private static final int TRANSACTIONS = 8;
    /// Scatters the numbers of students. It protects nothing, and never changes: with another, numbers would be given twice.
    private static final long SCATTER = 0x5eed_0f57_0de9_75L;

    private final Database database;
    private final Broker broker;
    private final SettingValues settings;
    private final Surroundings surroundings;

    StreamParts(Database database, Broker broker, SettingValues settings, Surroundings surroundings) {
        this.database = database;
        this.broker = broker;
        this.settings = settings;
        this.surroundings = surroundings;
    }

    /// Starts the application and the memory, and gives the doors of the listener.
    ///
    /// @param watch   told how the parts are
    /// @param process names the transactions of this process
    /// @param work    a folder of this process alone
    /// @param started told of each part that is to be closed
    Doors start(String process, Path work, Watch watch, Journal journal, AccessEvents events, Consumer<AutoCloseable> started)
            throws IOException {
        KnownStreams streams = new KnownStreams(
                broker, settings.get(ServiceSettings.STREAM_RETENTION), settings.get(ServiceSettings.STREAM_MOST));
        StreamApplication.Usage usage = new StreamApplication.Usage(settings.get(ServiceSettings.STREAM_THREADS), work, STOP, surroundings.nanos());
        StreamApplication application = StreamApplication.start(broker.address(), streams, rules(), usage);
        started.accept(application);
        watch.application(application);
        watch.memory(startMemory(started));
        StreamProducers producers = new StreamProducers(broker.address(), process, TRANSACTIONS, BROKER);
        started.accept(producers);
        GraphChanges changes = new GraphChanges(broker.address());
        started.accept(changes);
        Intake intake =
                new Intake(producers, streams, surroundings.random(), settings.get(ServiceSettings.STREAM_PAIRS));
        MemoryFlush flush = new MemoryFlush(database, journal);
        PostRoutes posts = new PostRoutes(intake, new PostRoutes.Limits(
                FolderTree.emptied(work.resolve("posted")), settings.get(ServiceSettings.STREAM_BULK),
                settings.get(ServiceSettings.STREAM_POSTS), settings.get(ServiceSettings.STREAM_BULKS),
                settings.get(ServiceSettings.STREAM_PACE)),
                caller -> flush.flush(caller.actor(), false), surroundings.nanos());
        ReadRoutes reads = new ReadRoutes(broker.address(), events, ReadLimits.USUAL);
        ReviewRoutes reviews = new ReviewRoutes(this::reviewSettings, surroundings.random(), surroundings.clock());
        return new Doors(
                List.of(
                        new MemoryRoutes(database, events), new GraphRoutes(database, events),
                        new GraphChangeRoutes(database, changes, journal), reviews, posts, reads),
                reads);
    }

    /// Where the health and the numbers of the streams are shown.
    record Watch(Health health, Metrics metrics) {

        private void application(StreamApplication application) {
            health.add(application.health());
            metrics.gauge("weir.stream.lag.messages", "Messages that wait for the services of the streams", application::lag);
            metrics.counter("weir.stream.processed.messages", "Messages the services of the streams have processed", application::processed);
            metrics.counter("weir.stream.dead.letters", "Messages no service of the streams could process", application::deadLetters);
            metrics.counter("weir.stream.setbacks", "Times the services of the streams broke off and began again", application::setbacks);
        }

        private void memory(MemoryWriter memory) {
            health.add(memory.health());
            metrics.gauge("weir.memory.lag.messages", "Messages that wait to be taken into the memory of the streams", memory::lag);
            metrics.counter("weir.memory.taken.messages", "Messages taken into the memory of the streams", memory::taken);
            metrics.counter("weir.memory.dead.letters", "Messages the memory of the streams could not take in", memory::deadLetters);
        }
    }

    /// The routes of the listener, and what has to be closed before it: readings without an end would hold it up.
    record Doors(List<Routes> routes, AutoCloseable readings) {}

    private MemoryWriter startMemory(Consumer<AutoCloseable> started) {
        KafkaDeadLetters deadLetters = new KafkaDeadLetters(broker.address());
        started.accept(deadLetters);
        MemoryWriter memory = new MemoryWriter(database, broker.address(), deadLetters, surroundings.random());
        started.accept(memory);
        memory.start();
        return memory;
    }

    private ReviewSettings reviewSettings() {
        try {
            return new ReviewSettings(testYear(), schools());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StreamRules rules() throws IOException {
        UniqueIds.Reach reach =
                settings.get(ServiceSettings.NAPLAN_ACROSS) ? UniqueIds.Reach.ALL_SCHOOLS : UniqueIds.Reach.SCHOOL;
        return new StreamRules(
                new SifSplitter(schema(), SifLimits.DEFAULT),
                new PrivacyFilter(sensitivities()),
                new SrmRules(new SrmSettings(testYear(), schools(), state())),
                new UniqueIds(new StoredStudents(database), reach),
                new StoredReports(database),
                platformIds());
    }

    private SifSchema schema() throws IOException {
        Optional<Path> xsd = settings.findPath(ServiceSettings.STREAM_SCHEMA);
        return xsd.isPresent() ? SifSchema.load(xsd.get()) : SifSchema.registration();
    }

    private Sensitivities sensitivities() throws IOException {
        Optional<Path> file = settings.findPath(ServiceSettings.STREAM_SENSITIVITIES);
        return file.isPresent() ? SensitivityFile.read(file.get()) : SensitivityFile.shipped();
    }

    private Year testYear() {
        int year = settings.get(ServiceSettings.NAPLAN_YEAR);
        return year > 0 ? Year.of(year) : Year.from(surroundings.clock().instant().atZone(ZoneId.of("Australia/Sydney")));
    }

    private SchoolList schools() throws IOException {
        Optional<Path> file = settings.findPath(ServiceSettings.NAPLAN_SCHOOLS);
        try {
            return file.isPresent() ? SchoolList.read(file.get()) : new SchoolList(Map.of());
        } catch (SchoolListRefused e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Optional<String> state() {
        return settings.find(ServiceSettings.NAPLAN_STATE).filter(state -> !state.isBlank());
    }

    private Optional<StoredPlatformIds> platformIds() {
        return switch (settings.get(ServiceSettings.NAPLAN_IDS)) {
            case "long" -> Optional.of(new StoredPlatformIds(database, PlatformStudentId.Form.LONG, SCATTER));
            case "short" -> Optional.of(new StoredPlatformIds(database, PlatformStudentId.Form.SHORT, SCATTER));
            default -> Optional.empty();
        };
    }
}
