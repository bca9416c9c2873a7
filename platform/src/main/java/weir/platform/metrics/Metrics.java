package weir.platform.metrics;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/// The metrics of this process. Names are `weir_<area>_<name>_<unit>`, labels come from closed sets, never from data.
/// Safe for many threads.
public final class Metrics implements AutoCloseable {

    /// The media type of [#scrape].
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    /// The registry alone would let go of what it asks.
    private final List<LongSupplier> counted = new CopyOnWriteArrayList<>();

    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /// A request was answered.
    /// @param route the route's pattern
    public void answered(String listener, String method, String route, int status, Duration time) {
        Timer.builder("weir.http.requests")
                .description("Answered requests")
                .tags(List.of(
                        Tag.of("listener", listener),
                        Tag.of("method", method),
                        Tag.of("route", route),
                        Tag.of("status", Integer.toString(status))))
                .register(registry)
                .record(time);
    }

    /// A job ended.
    /// @param kind  the kind's name
    /// @param state `done`, `dead`, …
    public void jobEnded(String kind, String state, Duration time) {
        Timer.builder("weir.jobs.ended")
                .description("Ended jobs")
                .tags(List.of(Tag.of("kind", kind), Tag.of("state", state)))
                .register(registry)
                .record(time);
    }

    /// A number that is asked for when somebody looks.
    public void gauge(String name, String description, LongSupplier number) {
        Gauge.builder(name, number, LongSupplier::getAsLong)
                .description(description)
                // Nobody else may hold on to what it asks.
                .strongReference(true)
                .register(registry);
    }

    /// A number that only grows while the process lives, asked for when somebody looks. Its name gains `_total`.
    public void counter(String name, String description, LongSupplier number) {
        counted.add(number);
        FunctionCounter.builder(name, number, LongSupplier::getAsLong)
                .description(description)
                .register(registry);
    }

    /// For parts that count things of their own.
    public MeterRegistry registry() {
        return registry;
    }

    /// All of them as text.
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
