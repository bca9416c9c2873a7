package weir.stream.topology;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/// How often the work of the streams broke off and began again. Safe for many threads.
final class Setbacks {

    /// So many in such a time are no accident: something is broken, and the same work fails again and again.
    private static final int TOO_MANY = 3;
    private static final Duration TIME = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private final Deque<Long> latest = new ArrayDeque<>();
    private long all;

    Setbacks(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void add() {
        all++;
        latest.addLast(nanos.getAsLong());
        if (latest.size() > TOO_MANY) {
            latest.removeFirst();
        }
    }

    synchronized long all() {
        return all;
    }

    /// Whether it breaks off again and again.
    synchronized boolean areTooMany() {
        return latest.size() == TOO_MANY && nanos.getAsLong() - latest.getFirst() < TIME.toNanos();
    }
}
