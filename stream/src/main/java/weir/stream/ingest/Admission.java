package weir.stream.ingest;

import java.util.concurrent.Semaphore;

import weir.platform.unit.DataSize;
import weir.platform.web.Problem;

import static java.util.Map.entry;
import static java.util.Map.ofEntries;

/// How much may be on its way at once. Safe for many threads.
final class Admission {

    private static final int UNIT = 1 << 10;

    private final Semaphore units;

    Admission(DataSize size) {
        this.units = new Semaphore((int) Math.max(1, size.bytes() / UNIT));
    }

    /// Room that was taken; to be given back.
    @FunctionalInterface
    interface Taken extends AutoCloseable {

        @Override
        void close();
    }

    /// Takes room for so many bytes.
    /// @throws weir.platform.web.RequestRefused (status 503) when there is none
    Taken take(long bytes) {
        int wanted = (int) (bytes / UNIT) + 1;
        if (!units.tryAcquire(wanted)) {
            throw Problem.unavailable("Too many documents are on their way. Nothing was kept: send it again in a moment.")
                    .refused(ofEntries(entry("Retry-After", "1"), entry("Connection", "close")));
        }
        return () -> units.release(wanted);
    }
}
