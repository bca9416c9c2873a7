package weir.app.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.app.operate.HealthRoutes;
import weir.app.operate.JobRoutes;
import weir.app.operate.JournalRoutes;
import weir.app.page.HomePage;
import weir.app.settings.ServiceSettings;
import weir.collect.delivery.DeliveryRoutes;
import weir.collect.delivery.HandInQuestions;
import weir.collect.delivery.HandInRoutes;
import weir.collect.erase.Erase;
import weir.collect.inbox.Inbox;
import weir.collect.inbox.ReadInbox;
import weir.collect.output.OutputRoutes;
import weir.collect.output.Outputs;
import weir.collect.output.Refresh;
import weir.collect.returns.ReturnRoutes;
import weir.collect.returns.Returns;
import weir.collect.upload.ClearUploads;
import weir.collect.upload.UploadRoutes;
import weir.collect.workspace.Workspace;
import weir.engine.dataset.Datasets;
import weir.engine.organisation.Organisations;
import weir.platform.access.AccessEvents;
import weir.platform.access.door.Access;
import weir.platform.access.door.AccessSettings;
import weir.platform.access.key.ServiceKey;
import weir.platform.analysis.Analysis;
import weir.platform.health.Health;
import weir.platform.health.HealthCheck;
import weir.platform.job.Assignment;
import weir.platform.job.JobEvents;
import weir.platform.job.JobSettings;
import weir.platform.job.JobState;
import weir.platform.job.JobWorker;
import weir.platform.job.Jobs;
import weir.platform.job.Recurring;
import weir.platform.job.RecurringJobs;
import weir.platform.journal.Action;
import weir.platform.journal.Actor;
import weir.platform.journal.AnchorStore;
import weir.platform.journal.Entry;
import weir.platform.journal.Journal;
import weir.platform.journal.JournalKeeper;
import weir.platform.journal.JournalSettings;
import weir.platform.journal.Subject;
import weir.platform.metrics.Metrics;
import weir.platform.net.FreePort;
import weir.platform.settings.SettingValues;
import weir.platform.unit.DataSize;
import weir.platform.web.Listener;
import weir.platform.web.Routes;
import weir.platform.web.WebServer;
import weir.platform.web.WebSettings;

/// One process of the service: every part, wired. Reading this class from top to bottom shows the whole graph.
public final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private static final DataSize ANALYSIS_MEMORY = DataSize.ofMegabytes(512);
    private static final Duration STOP_SILENCE = Duration.ofSeconds(3);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final List<WebServer> listeners = new ArrayList<>();
    private final SettingValues settings;
    private final Surroundings surroundings;
    private final Set<Role> roles;
    private final String process;

    private Service(SettingValues settings, Surroundings surroundings) {
        this.settings = settings;
        this.surroundings = surroundings;
        this.roles = Role.parse(settings.get(ServiceSettings.ROLES));
        this.process = ProcessHandle.current().pid() + "-" + HexFormat.of().toHexDigits(surroundings.random().nextInt());
    }

    /// Starts everything. When this returns, requests are answered.
    ///
    /// @param datasets      the published datasets
    /// @param organisations who may hand in
    /// @throws RuntimeException a sentence for whoever started it; what had been started is stopped again
    public static Service start(
            SettingValues settings, Surroundings surroundings, Supplier<Datasets> datasets, Organisations organisations) {
        Service service = new Service(settings, surroundings);
        try {
            service.wire(datasets, organisations);
            return service;
        } catch (IOException e) {
            service.close();
            throw new ServiceFailed(e);
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T started(T part) {
        started.push(part);
        return part;
    }

    private void wire(Supplier<Datasets> datasets, Organisations organisations) throws IOException {
        Listener web =
                new Listener("web", settings.get(ServiceSettings.WEB_HOST), portOf(settings.get(ServiceSettings.WEB_PORT)));
        Listener stream =
                new Listener("stream", settings.get(ServiceSettings.STREAM_HOST), settings.get(ServiceSettings.STREAM_PORT));
        AccessSettings accessSettings = AccessSettingsReader.read(settings, web);
        Access.requireSignOn(accessSettings, List.of(web, stream));
        Dependencies on = started(Dependencies.open(settings, surroundings));

        Metrics metrics = started(new Metrics());
        metrics.gauge("weir.database.connections", "Database connections in use", on.database()::activeConnections);
        Health health = started(new Health(
                List.of(
                        new HealthCheck("database", on.database()::ping),
                        new HealthCheck("broker", on.broker()::ping),
                        new HealthCheck("objects", () -> check(on))),
                surroundings.clock(),
                surroundings.nanos()));
        health.starting();

        Journal journal = new Journal(on.database());
        AnchorStore anchors = new ObjectAnchors(on.objects());
        AccessEvents accessEvents = new JournalledAccess(journal);
        AtomicInteger unknownFolders = new AtomicInteger();
        metrics.gauge("weir.collect.inbox.unknown.folders", "Folders of the inbox that are nobody's", unknownFolders::get);
        CollectParts collect = CollectParts.of(
                on.database(), on.objects(), settings, surroundings, datasets, organisations,
                new PartSettings(settings).inbox(on.folder().path()).map(where -> started(Inbox.open(where))),
                unknownFolders::set);
        Jobs jobs = collect.jobs();
        Outputs outputs = new Outputs(on.database(), on.objects());
        Access access = access(accessSettings, on, accessEvents, List.of(web, stream));

        JournalKeeper keeper = started(new JournalKeeper(journal, anchors, surroundings.clock(), JournalSettings.usual()));
        keeper.start();
        journal.append(entry(Action.SERVICE_STARTED));
        started(() -> journal.append(entry(Action.SERVICE_STOPPED)));

        if (roles.contains(Role.WORKER)) {
            Housekeeping housekeeping = new Housekeeping(
                    access, jobs, settings.get(ServiceSettings.JOB_KEEP_ENDED), settings.get(ServiceSettings.JOB_KEEP_DEAD));
            startWorker(on, collect, housekeeping, metrics);
        }
        if (roles.contains(Role.SCHEDULER)) {
            List<Recurring<?>> recurring = new ArrayList<>(Housekeeping.recurring());
            recurring.addAll(Erase.recurring());
            recurring.addAll(Refresh.recurring());
            recurring.addAll(ClearUploads.recurring());
            if (collect.readInbox().isPresent()) {
                recurring.addAll(ReadInbox.recurring(settings.get(ServiceSettings.INBOX_EVERY)));
            }
            started(new RecurringJobs(on.database(), process, jobSettings(), recurring)).start();
            jobs.submit(Refresh.atStart(Actor.process(process)));
        }
        HealthRoutes healthRoutes = new HealthRoutes(health, metrics);
        if (roles.contains(Role.WEB)) {
            HandInQuestions questions = new HandInQuestions(collect.deliveries(), organisations);
            List<Routes> routes = new ArrayList<>(List.of(access.guard()));
            routes.addAll(access.routes());
            routes.addAll(List.of(
                    new HomePage(health, version()),
                    healthRoutes,
                    new JobRoutes(jobs),
                    new JournalRoutes(journal, anchors),
                    new HandInRoutes(collect.deliveries(), questions, settings.get(ServiceSettings.MAX_DELIVERY)),
                    new UploadRoutes(collect.uploads(), questions, settings.get(ServiceSettings.MAX_DELIVERY)),
                    new DeliveryRoutes(collect.deliveries(), collect.registry(), on.objects(), questions, datasets),
                    new ReturnRoutes(new Returns(on.database(), on.objects()), questions),
                    new OutputRoutes(outputs, accessEvents)));
            listen(web, metrics, routes);
        }
        if (roles.contains(Role.STREAM)) {
            Access streamAccess = access(
                    accessSettings.withRates(accessSettings.rates().forMessages()), on, accessEvents, List.of(web, stream));
            List<Routes> routes = new ArrayList<>(List.of(streamAccess.guard(), healthRoutes));
            StreamParts.Doors doors = new StreamParts(on.database(), on.broker(), settings, surroundings)
                    .start(process, on.folder().folder("stream"), new StreamParts.Watch(health, metrics), journal, accessEvents, this::started);
            routes.addAll(doors.routes());
            listen(stream, metrics, routes);
            started(doors.readings());
        }
        started(health::stopping);
        health.started();
    }

    /// Programs sign the port they call, so it is known before anything listens.
    private int portOf(int wanted) throws IOException {
        return wanted == 0 ? FreePort.find(surroundings.random()) : wanted;
    }

    private static String version() {
        return Optional.ofNullable(Service.class.getPackage().getImplementationVersion()).orElse("(not packaged)");
    }

    private static void check(Dependencies on) {
        try {
            on.objects().check();
        } catch (IOException e) {
            throw new ObjectsFailed(e);
        }
    }

    private ServiceKey serviceKey(Dependencies on) throws IOException {
        var given = settings.find(ServiceSettings.SERVICE_KEY);
        return given.isPresent()
                ? ServiceKey.of(given.get(), surroundings.random())
                : ServiceKey.inFile(on.folder().folder("secrets").resolve("service-key"), surroundings.random());
    }

    private Access access(AccessSettings use, Dependencies on, AccessEvents events, List<Listener> listeners) throws IOException {
        return Access.open(
                use, serviceKey(on), on.database(), surroundings.random(), surroundings.clock(), events, listeners);
    }

    private Entry entry(Action action) {
        return Entry.of(action, Actor.process(process), new Subject("service", "weir"))
                .detail("roles", String.join(" ", roles.stream().map(Role::word).toList()));
    }

    private void startWorker(Dependencies on, CollectParts collect, Housekeeping housekeeping, Metrics metrics) throws IOException {
        Path work = on.folder().path().resolve("work");
        Workspace workspace = Workspace.in(work);
        Analysis analysis = started(new Analysis(work.resolve("analysis"), ANALYSIS_MEMORY, 1, 2));
        List<Assignment<?>> assignments = new ArrayList<>(housekeeping.assignments());
        assignments.addAll(collect.assignments(workspace, analysis));
        JobWorker worker = new JobWorker(
                on.database(), collect.journal(), surroundings.clock(), surroundings.random(), process, jobSettings(), jobMetrics(metrics),
                assignments);
        Duration patience = settings.get(ServiceSettings.WEB_STOP);
        started(() -> worker.stop(patience));
        worker.start();
    }

    private JobSettings jobSettings() {
        return new JobSettings(
                settings.get(ServiceSettings.JOB_WORKERS),
                settings.get(ServiceSettings.JOB_POLL),
                settings.get(ServiceSettings.JOB_HEARTBEAT),
                settings.get(ServiceSettings.JOB_MISSED));
    }

    private static JobEvents jobMetrics(Metrics metrics) {
        return new JobEvents() {
            @Override
            public void started(String kind) {}

            @Override
            public void ended(String kind, JobState state, Duration duration) {
                metrics.jobEnded(kind, state.code(), duration);
            }
        };
    }

    private void listen(Listener listener, Metrics metrics, List<Routes> routes) {
        WebSettings usage = new WebSettings(
                settings.get(ServiceSettings.WEB_MAX_BODY),
                WebSettings.usual().maxHeaders(),
                settings.get(ServiceSettings.WEB_CONNECTIONS),
                settings.get(ServiceSettings.WEB_IDLE),
                settings.get(ServiceSettings.WEB_STOP),
                STOP_SILENCE);
        listeners.add(started(WebServer.start(listener, usage, surroundings.random(), metrics::answered, routes)));
    }

    /// Where the listeners are, the web one first: `http://127.0.0.1:8080`.
    public List<String> addresses() {
        return listeners.stream().map(WebServer::address).toList();
    }

    /// What this process does.
    public Set<Role> roles() {
        return roles;
    }

    /// Stops: not ready any more, no new requests, those accepted finished, jobs finished or given back, the journal
    /// sealed, the embedded parts stopped.
    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                LOG.warn("A part did not stop cleanly. Nothing is lost. failure={}", e.getClass().getSimpleName());
            }
        }
    }

    /// The service could not start.
    public static final class ServiceFailed extends RuntimeException {

        private static final long serialVersionUID = 1;

        ServiceFailed(IOException cause) {
            super("The service did not start: " + cause.getMessage(), cause);
        }
    }
}
