package weir.stream.read;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import weir.platform.web.Problem;
import weir.platform.web.RequestRefused;

/// The readings that go on, so that there are not too many and all can be ended. Safe for many threads.
final class Readings implements AutoCloseable {

    private static final String RETRY_SECONDS = "5";

    private final ReadLimits limits;
    private final Semaphore readers;
    private final Semaphore followers;
    private final Set<OpenStream> followed = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosed;

    Readings(ReadLimits limits) {
        this.limits = limits;
        this.readers = new Semaphore(limits.readers(), true);
        this.followers = new Semaphore(limits.followers());
    }

    /// @throws RequestRefused 503 when there are too many, or the service stops
    Turn enter(boolean isFollowed) {
        if (isClosed) {
            throw busy("The service is stopping.");
        }
        if (isFollowed) {
            if (!followers.tryAcquire()) {
                throw busy("There are as many long-lived readers as this process serves, " + limits.followers() + ".");
            }
            return new Turn(followers);
        }
        if (!isTaken()) {
            throw busy("There are as many readers as this process serves at once, " + limits.readers() + ".");
        }
        return new Turn(readers);
    }

    private boolean isTaken() {
        try {
            return readers.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static RequestRefused busy(String why) {
        return Problem.unavailable(why + " Nothing was read: ask again in " + RETRY_SECONDS + " seconds.")
                .refused(Map.of("Retry-After", RETRY_SECONDS));
    }

    @Override
    public void close() {
        isClosed = true;
        followed.forEach(OpenStream::stop);
    }

    /// The place of one reading.
    final class Turn implements AutoCloseable {

        private final Semaphore from;
        private Optional<OpenStream> followedStream = Optional.empty();

        Turn(Semaphore from) {
            this.from = from;
        }

        /// Makes a reading one that ends when the service stops. One that reads to the end comes to it by itself.
        OpenStream of(OpenStream stream) {
            if (from == followers) {
                followedStream = Optional.of(stream);
                followed.add(stream);
                if (isClosed) {
                    stream.stop();
                }
            }
            return stream;
        }

        @Override
        public void close() {
            followedStream.ifPresent(followed::remove);
            from.release();
        }
    }
}
