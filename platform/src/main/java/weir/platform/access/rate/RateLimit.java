package weir.platform.access.rate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Token buckets by name. Holds a bounded number of them: the one not asked for longest is forgotten first, and starts
/// full again. Safe for many threads.
public final class RateLimit {

    private static final int MAX_BUCKETS = 20_000;

    private final Rate rate;
    private final InstantSource clock;
    private final Map<String, Instant> fullAt = new LinkedHashMap<>(16, 0.75f, true);

    public RateLimit(Rate rate, InstantSource clock) {
        this.rate = rate;
        this.clock = clock;
    }

    /// Takes one.
    /// @return nothing to wait when it was there; else how long until there is one, and nothing was taken
    public synchronized Duration take(String name) {
        Instant now = clock.instant();
        Duration wait = waitFor(name, now);
        if (wait.isZero()) {
            Instant full = fullAt.getOrDefault(name, now);
            fullAt.put(name, (full.isBefore(now) ? now : full).plus(rate.interval()));
            if (fullAt.size() > MAX_BUCKETS) {
                fullAt.remove(fullAt.keySet().iterator().next());
            }
        }
        return wait;
    }

    /// How long until there is one; nothing is taken.
    public synchronized Duration waiting(String name) {
        return waitFor(name, clock.instant());
    }

    /// Gives back one that was taken for what turned out not to count.
    public synchronized void giveBack(String name) {
        fullAt.computeIfPresent(name, (_, full) -> full.minus(rate.interval()));
    }

    /// A bucket is the time at which it will be full again: each one taken moves it on by an interval, and none is left
    /// when it lies `burst` intervals ahead.
    private Duration waitFor(String name, Instant now) {
        Instant full = fullAt.getOrDefault(name, now);
        Instant free = full.minus(rate.interval().multipliedBy(rate.burst() - 1L));
        return free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
    }

    synchronized int size() {
        return fullAt.size();
    }
}
