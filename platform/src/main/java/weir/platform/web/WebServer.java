package weir.platform.web;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.router.InternalRouter;
import io.javalin.security.Roles;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.platform.web.internal.Answers;
import weir.platform.web.internal.JacksonMapper;
import weir.platform.web.internal.RequestIds;
import weir.platform.web.internal.UnreadBodies;

/// One listener with its routes, serving on virtual threads.
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final Logger ACCESS = LoggerFactory.getLogger("weir.access");

    private final Javalin javalin;
    private final Listener listener;

    private WebServer(Javalin javalin, Listener listener) {
        this.javalin = javalin;
        this.listener = listener;
    }

    /// Starts to listen.
    /// @throws ListenerFailed when the port cannot be had
    public static WebServer start(
            Listener listener, WebSettings settings, RandomGenerator random, RequestEvents events, List<Routes> routes) {
        Javalin javalin = Javalin.create(config -> {
            serve(config, settings);
            RequestIds ids = new RequestIds(random);
            config.routes.before(ids::give);
            routes.forEach(part -> part.addTo(config.routes));
            Answers.addTo(config.routes);
            config.requestLogger.http((request, milliseconds) -> answered(listener, request, milliseconds, events));
        });
        answerHead(javalin);
        try {
            javalin.start(listener.host(), listener.port());
        } catch (RuntimeException e) {
            throw new ListenerFailed(listener, e);
        }
        int connections = OpenFiles.connections(settings.connections());
        if (connections < settings.connections()) {
            LOG.warn("Fewer connections than wanted can be open at once: raise the limit of open files (ulimit -n)."
                    + " listener={} wanted={} connections={}", listener.name(), settings.connections(), connections);
        }
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            if (connector instanceof AbstractConnector patient) {
                // Not in HttpConfiguration: from there each request sets it and puts the earlier one back as it ends, which
                // undoes the silence of a stop that has begun meanwhile.
                patient.setIdleTimeout(settings.idleTimeout().toMillis());
                patient.setShutdownIdleTimeout(settings.stopSilence().toMillis());
                patient.addBean(new NetworkConnectionLimit(connections, patient));
            }
        }
        WebServer server = new WebServer(javalin, listener);
        LOG.info("Listening. listener={} address={}", listener.name(), server.address());
        return server;
    }

    /// What answers GET answers HEAD, behind the same door.
    private static void answerHead(Javalin javalin) {
        InternalRouter router = javalin.unsafe.internalRouter;
        List<Endpoint> read = router.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.equals(HandlerType.GET))
                .toList();
        for (Endpoint endpoint : read) {
            Roles roles = endpoint.metadata(Roles.class);
            router.addHttpEndpoint(new Endpoint(
                    HandlerType.HEAD, endpoint.path, endpoint.handler, roles == null ? Set.of() : Set.of(roles)));
        }
    }

    private static void serve(JavalinConfig config, WebSettings settings) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        config.http.maxRequestSize = settings.maxBody().bytes();
        config.http.defaultContentType = "text/plain; charset=utf-8";
        config.http.strictContentTypes = false;
        config.http.prefer405over404 = true;
        config.router.ignoreTrailingSlashes = true;
        config.router.javaLangErrorHandler(Answers::broken);
        config.jsonMapper(new JacksonMapper());
        config.jetty.modifyHttpConfiguration(http -> http(http, settings));
        config.jetty.modifyServer(server -> finishWhatIsAccepted(server, settings.stopWait()));
    }

    private static void http(HttpConfiguration http, WebSettings settings) {
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize((int) settings.maxHeaders().bytes());
    }

    private static void finishWhatIsAccepted(Server server, Duration wait) {
        server.setStopTimeout(wait.toMillis());
        server.insertHandler(new UnreadBodies(System::nanoTime));
        server.insertHandler(new GracefulHandler());
    }

    private static void answered(Listener listener, Context request, float milliseconds, RequestEvents events) {
        String method = request.method().name();
        String route = Answers.route(request);
        int status = request.statusCode();
        ACCESS.info("method={} route={} status={} ms={} request={}",
                method, route, status, Math.round(milliseconds), RequestIds.of(request));
        events.answered(listener.name(), method, route, status, Duration.ofNanos((long) (milliseconds * 1_000_000)));
    }

    /// Where it listens: `http://127.0.0.1:8080`.
    public String address() {
        String host = listener.host().contains(":") ? "[" + listener.host() + "]" : listener.host();
        return "http://" + host + ":" + port();
    }

    public int port() {
        return javalin.port();
    }

    /// Takes no more requests, finishes those it has, at most for the time to wait.
    @Override
    public void close() {
        javalin.stop();
    }

}
