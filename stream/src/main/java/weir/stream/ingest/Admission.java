package weir.stream.ingest;

import java.util.concurrent.Semaphore;

import weir.platform.web.Problem;

import static java.util.Map.entry;
import static java.util.Map.ofEntries;

/// How much may be on its way at once, in units. Safe for many threads.
final class Admission {

    private final Semaphore units;

    Admission(int units) {
        this.units = new Semaphore(units);
    }

    /// Room that was taken; to be given back.
    @FunctionalInterface
    interface Taken extends AutoCloseable {

        @Override
        void close();
    }

    /// Takes so much room.
    /// @throws weir.platform.web.RequestRefused (status 503) when there is none
    Taken take(int wanted) {
        if (!units.tryAcquire(wanted)) {
            throw Problem.unavailable("Too many documents are on their way. Nothing was kept: send it again in a moment.")
                    .refused(ofEntries(entry("Retry-After", "1"), entry("Connection", "close")));
        }
        return () -> units.release(wanted);
    }
}
