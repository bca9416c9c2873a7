package weir.platform.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks every dependency, at most once a second, each for a few seconds at most. Safe for many threads.
public final class Health implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("health-", 0).daemon().factory());
    private Optional<Report> latest = Optional.empty();
    private volatile boolean isOpen = true;

    /// @param nanos a clock for time spans, as `System::nanoTime` is
    public Health(List<HealthCheck> checks, InstantSource clock, LongSupplier nanos) {
        this.checks.addAll(checks);
        this.clock = clock;
        this.nanos = nanos;
    }

    /// Asks one more from now on: a part that was started later.
    public void add(HealthCheck check) {
        checks.add(check);
    }

    /// How one dependency is.
    ///
    /// @param failure what is wrong, fit for an engineer; empty when it is up
    public record Part(String name, boolean isUp, Duration time, Optional<String> failure) {}

    /// How all of them are.
    public record Report(Instant at, boolean isReady, List<Part> parts) {

        /// As JSON shows it: names, states and times only.
        public Map<String, Object> shown() {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("status", isReady ? "up" : "down");
            shown.put("live", true);
            shown.put("ready", isReady);
            shown.put("at", at.toString());
            List<Map<String, Object>> all = new ArrayList<>();
            for (Part part : parts) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("name", part.name());
                one.put("status", part.isUp() ? "up" : "down");
                one.put("milliseconds", part.time().toMillis());
                all.add(one);
            }
            shown.put("parts", all);
            return shown;
        }
    }

    /// It is not ready before all of it has started.
    public void starting() {
        isOpen = false;
    }

    /// All of it has started.
    public void started() {
        isOpen = true;
    }

    /// From now on it is not ready: nobody should send new work.
    public void stopping() {
        isOpen = false;
    }

    /// What was found, at most a second ago.
    public synchronized Report report() {
        Instant now = clock.instant();
        if (latest.isEmpty() || Duration.between(latest.get().at(), now).abs().compareTo(FRESH) > 0) {
            latest = Optional.of(ask());
        }
        Report found = latest.get();
        return isOpen ? found : new Report(found.at(), false, found.parts());
    }

    private Report ask() {
        long begun = nanos.getAsLong();
        List<HealthCheck> all = List.copyOf(checks);
        List<Future<Part>> asked = all.stream().map(check -> threads.submit(() -> ask(check))).toList();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            parts.add(await(all.get(i), asked.get(i), begun));
        }
        return new Report(clock.instant(), parts.stream().allMatch(Part::isUp), parts);
    }

    private Part ask(HealthCheck check) {
        long start = nanos.getAsLong();
        try {
            check.probe().run();
            return new Part(check.name(), true, Duration.ofNanos(nanos.getAsLong() - start), Optional.empty());
        } catch (RuntimeException e) {
            LOG.warn("A dependency is down. name={} failure={}", check.name(), e.getClass().getSimpleName());
            return new Part(
                    check.name(), false, Duration.ofNanos(nanos.getAsLong() - start), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /// All were asked at once, so all together have the time that one has.
    private Part await(HealthCheck check, Future<Part> asked, long begun) {
        try {
            return asked.get(Math.max(0, PATIENCE.toNanos() - (nanos.getAsLong() - begun)), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            asked.cancel(true);
            return silent(check);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return silent(check);
        }
    }

    private static Part silent(HealthCheck check) {
        return new Part(check.name(), false, PATIENCE,
                Optional.of("The " + check.name() + " did not answer in " + PATIENCE.toSeconds() + " seconds."));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
