package weir.app.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

import tools.jackson.databind.JsonNode;
import weir.app.WeirProgram;
import weir.app.settings.ServiceSettings;
import weir.collect.erase.Erase;
import weir.engine.dataset.Datasets;
import weir.engine.organisation.Organisations;
import weir.platform.database.Database;
import weir.platform.database.DatabaseAddress;
import weir.platform.database.DatabaseSettings;
import weir.platform.database.EmbeddedPostgres;
import weir.platform.database.Transaction;
import weir.platform.job.JobOrder;
import weir.platform.job.Jobs;
import weir.platform.journal.Actor;
import weir.platform.journal.Journal;
import weir.platform.json.Json;
import weir.platform.settings.SettingValues;

/// A whole service in this process, on free ports and a data folder of its own, asked over HTTP.
public final class RunningService implements AutoCloseable {

    private static final Set<String> WORK = Set.of("check-delivery", "make-share", "publish-outputs", "make-reports", "check-returns");

    private final Service service;
    private final Path folder;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningService(Service service, Path folder) {
        this.service = service;
        this.folder = folder;
    }

    /// Starts one; when this returns it answers.
    public static RunningService on(Path data) {
        return on(data, Organisations.read(WeirProgram.root().resolve("datasets/organisations.yaml")));
    }

    /// Starts one for these organisations, with what they have signed.
    public static RunningService on(Path data, Organisations organisations) {
        return on(data, organisations, settings -> settings);
    }

    /// The same with settings of its own.
    public static RunningService on(Path data, Organisations organisations, UnaryOperator<SettingValues> more) {
        return on(data, organisations, more, InstantSource.system());
    }

    /// The same at another time.
    public static RunningService on(
            Path data, Organisations organisations, UnaryOperator<SettingValues> more, InstantSource clock) {
        return on(data, WeirProgram.root().resolve("datasets"), organisations, more, clock);
    }

    /// The same with datasets of its own.
    public static RunningService on(
            Path data, Path datasets, Organisations organisations, UnaryOperator<SettingValues> more, InstantSource clock) {
        SettingValues settings = SettingValues.standard(ServiceSettings.ALL, data.toAbsolutePath().resolveSibling("."))
                .with(ServiceSettings.DATA, data.toString(), "test")
                .with(ServiceSettings.WEB_PORT, "0", "test")
                .with(ServiceSettings.STREAM_PORT, "0", "test")
                .with(ServiceSettings.JOB_POLL, "100ms", "test")
                .with(ServiceSettings.ROLES, "web,worker,scheduler", "test")
                .with(ServiceSettings.DATABASE_PROGRAMS, WeirProgram.root().resolve("platform/target/postgres-programs").toString(), "test");
        Surroundings surroundings = new Surroundings(clock, System::nanoTime, new SecureRandom());
        Datasets published = Datasets.in(datasets);
        return new RunningService(Service.start(
                more.apply(settings), surroundings, () -> published, organisations), data);
    }

    public JsonNode handIn(String organisation, String file, String content) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        address() + "/v1/deliveries?organisation=" + organisation + "&file=" + file))
                .POST(BodyPublishers.ofString(content, StandardCharsets.UTF_8))
                .build();
        return Json.read(client.send(request, BodyHandlers.ofString()).body(), JsonNode.class);
    }

    public JsonNode post(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path)).POST(BodyPublishers.noBody()).build();
        return Json.read(client.send(request, BodyHandlers.ofString()).body(), JsonNode.class);
    }

    public String get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address() + path)).build(), BodyHandlers.ofString()).body();
    }

    /// The bytes of a file.
    public byte[] bytes(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address() + path)).build(), BodyHandlers.ofByteArray()).body();
    }

    public JsonNode json(String path) throws IOException, InterruptedException {
        return Json.read(get(path), JsonNode.class);
    }

    /// Whether work on deliveries waits or runs. Recurring jobs always wait for their next time.
    public boolean isBusy() throws IOException, InterruptedException {
        // One answer shows one moment: asked state by state, a job would slip from one to the next in between.
        for (JsonNode job : json("/v1/jobs?state=waiting,running,failed-will-retry").path("jobs")) {
            if (WORK.contains(job.path("kind").asString())) {
                return true;
            }
        }
        return false;
    }

    /// Has what is on the list of what nothing refers to erased at once; by itself that is done once a minute.
    public void erase() {
        change((transaction, jobs) -> jobs.submit(transaction, JobOrder.of(
                Erase.KIND, "at-once-" + System.nanoTime(), new Erase.Argument(false), Actor.process("test"))));
    }

    /// Does something in a transaction of its own, behind the back of the service.
    public void change(BiConsumer<Transaction, Jobs> work) {
        DatabaseAddress address = EmbeddedPostgres.running(folder.resolve("postgres")).orElseThrow();
        DatabaseSettings few = new DatabaseSettings(1, DatabaseSettings.usual().connectionWait());
        try (Database database = Database.open(address, few, List.of())) {
            Jobs jobs = new Jobs(database, new Journal(database));
            database.change(transaction -> work.accept(transaction, jobs));
        }
    }

    /// Where the stream listener is, when it runs.
    public String streamAddress() {
        return service.addresses().get(1);
    }

    /// The data folder.
    public Path folder() {
        return folder;
    }

    public String address() {
        return service.addresses().getFirst();
    }

    @Override
    public void close() {
        client.close();
        service.close();
    }
}
