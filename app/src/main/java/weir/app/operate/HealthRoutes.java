package weir.app.operate;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import weir.platform.access.Permission;
import weir.platform.health.Health;
import weir.platform.metrics.Metrics;
import weir.platform.web.Routes;

/// `/health`, `/health/live`, `/health/ready`, `/healthcheck/` and `/metrics`.
public final class HealthRoutes implements Routes {

    private final Health health;
    private final Metrics metrics;

    public HealthRoutes(Health health, Metrics metrics) {
        this.health = health;
        this.metrics = metrics;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/health", this::report, Permission.ANYONE);
        routes.get("/health/ready", this::report, Permission.ANYONE);
        routes.get("/health/live", request -> request.json(new Live("up", true)), Permission.ANYONE);
        // As the programs that page through the data API have always asked.
        routes.get("/healthcheck/", request -> request.contentType("application/json").result("{\"status\":\"OK\"}"), Permission.ANYONE);
        routes.get("/metrics", request -> request.contentType(Metrics.MEDIA_TYPE).result(metrics.scrape()), Permission.SEE_METRICS);
    }

    private record Live(String status, boolean live) {}

    private void report(Context request) {
        Health.Report report = health.report();
        request.status(report.isReady() ? 200 : 503);
        request.header("Cache-Control", "no-store");
        request.json(report.shown());
    }
}
