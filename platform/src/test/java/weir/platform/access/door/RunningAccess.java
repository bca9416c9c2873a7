package weir.platform.access.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

import weir.engine.organisation.OrganisationCode;
import weir.platform.access.Caller;
import weir.platform.access.HawkScope;
import weir.platform.access.Permission;
import weir.platform.access.SettableClock;
import weir.platform.access.WrittenEvents;
import weir.platform.access.key.KeyRequest;
import weir.platform.access.key.ServiceKey;
import weir.platform.database.Database;
import weir.platform.database.TestDatabase;
import weir.platform.secret.Secret;
import weir.platform.web.Listener;
import weir.platform.web.Routes;
import weir.platform.web.WebServer;
import weir.platform.web.WebSettings;

/// A real server with all doors, a few routes behind them and a real database.
final class RunningAccess implements AutoCloseable {

    static final SecureRandom RANDOM = new SecureRandom();
    static final OrganisationCode YORK = new OrganisationCode("YORK");

    final Database database;
    final SettableClock clock;
    final WrittenEvents events = new WrittenEvents();
    final Access access;
    final WebServer server;
    final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private RunningAccess(Database database, AccessSettings settings, Instant now, ServiceKey key) {
        this.database = database;
        this.clock = new SettableClock(now);
        Listener listener = new Listener("web", "127.0.0.1", 0);
        this.access = Access.open(settings, key, database, RANDOM, clock, events, List.of(listener));
        List<Routes> parts = new ArrayList<>(List.of(access.guard(), RunningAccess::parts));
        parts.addAll(access.routes());
        this.server = WebServer.start(listener, quick(), RandomGenerator.getDefault(), (_, _, _, _, _) -> {}, parts);
    }

    /// The usual settings, but no patience with silent connections when it stops.
    private static WebSettings quick() {
        return WebSettings.usual().withStopSilence(Duration.ofMillis(20));
    }

    static RunningAccess start(Path folder, URI address, UnaryOperator<AccessSettings> change) {
        return start(TestDatabase.fresh(), folder, address, Instant.parse("2026-11-22T10:00:00Z"), change);
    }

    static RunningAccess start(Database database, Path folder, URI address, Instant now, UnaryOperator<AccessSettings> change) {
        try {
            ServiceKey key = ServiceKey.inFile(folder.resolve("service.key"), RANDOM);
            return new RunningAccess(database, change.apply(AccessSettings.usual(address, folder)), now, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void parts(io.javalin.config.RoutesConfig routes) {
        routes.get("/healthcheck/", request -> request.contentType("application/json").result("{\"status\":\"OK\"}"), Permission.ANYONE);
        routes.get("/test", request -> request.html("OK"), new HawkScope("test"));
        routes.post("/test", request -> request.result(request.bodyAsBytes()), new HawkScope("test"));
        routes.get("/empty", request -> request.status(200), new HawkScope("empty"));
        routes.get("/broken", _ -> {
            throw new IllegalStateException("swordfish");
        }, new HawkScope("test"));
        routes.get("/metrics", request -> request.result("metrics"), Permission.SEE_METRICS);
        routes.get("/page", request -> request.html("token=" + FormToken.of(request)), Permission.SIGNED_IN);
        routes.post("/change", request -> request.result("changed by " + Caller.of(request).name()), Permission.SIGNED_IN);
        routes.post("/upload", request -> request.result("uploaded"), Permission.HAND_IN);
        routes.get("/deliveries/{organisation}", request -> {
            Caller.of(request).require(Permission.SEE_DELIVERIES, new OrganisationCode(request.pathParam("organisation")), "delivery");
            request.result("deliveries");
        }, Permission.SEE_DELIVERIES);
        routes.get("/forgotten", request -> request.result("open to all"));
        routes.get("/undecided", request -> request.result("open to all"), Permission.ANYONE, Permission.SIGNED_IN);
    }

    KeyRequest keyRequest() {
        return new KeyRequest("local administrator", YORK, "a test", Optional.empty());
    }

    String url(String path) {
        return server.address() + path;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url(path)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Secret hawkKey(String id, String... scopes) {
        return access.keys().makeHawkKey(keyRequest(), id, java.util.Set.of(scopes)).secret();
    }

    @Override
    public void close() {
        browser.shutdownNow();
        server.close();
        database.close();
    }
}
