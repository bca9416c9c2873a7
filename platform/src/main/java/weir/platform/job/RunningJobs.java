package weir.platform.job;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.platform.database.Database;
import weir.platform.database.DatabaseUnavailable;
import weir.platform.job.store.JobStore;

/// The attempts under way in this process: stopped here when they are cancelled or out of time. Safe for any number of
/// threads.
final class RunningJobs {

    private static final Logger LOG = LoggerFactory.getLogger(RunningJobs.class);
    private static final Duration LOOK = Duration.ofMillis(300);

    private final Database database;
    private final JobStore store = new JobStore();
    private final Map<Attempt, ScheduledFuture<?>> attempts = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch =
            Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().name("job-watch-", 0).factory());
    private volatile boolean isStopping;

    RunningJobs(Database database) {
        this.database = database;
    }

    void start() {
        var unused = watch.scheduleWithFixedDelay(this::lookForCancelled, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lookForCancelled() {
        try {
            List<JobId> ids = attempts.keySet().stream().map(Attempt::id).toList();
            if (!ids.isEmpty()) {
                Collection<JobId> cancelled = database.read(transaction -> store.cancelRequested(transaction, ids));
                attempts.keySet().stream()
                        .filter(attempt -> cancelled.contains(attempt.id()))
                        .forEach(attempt -> attempt.stop(JobInterrupted.Cause.CANCELLED));
            }
        } catch (DatabaseUnavailable e) {
            LOG.debug("Nobody can cancel while the database is away.");
        } catch (RuntimeException e) {
            LOG.warn("Looking for cancelled jobs failed and is tried again. cause={}", e.getClass().getSimpleName());
        }
    }

    void add(Attempt attempt, Duration timeout) {
        attempts.put(attempt, watch.schedule(
                () -> attempt.stop(JobInterrupted.Cause.OUT_OF_TIME), timeout.toMillis(), TimeUnit.MILLISECONDS));
        if (isStopping) {
            attempt.stop(JobInterrupted.Cause.STOPPING);
        }
    }

    void remove(Attempt attempt) {
        ScheduledFuture<?> timeout = attempts.remove(attempt);
        if (timeout != null) {
            timeout.cancel(false);
        }
        attempt.isOver();
    }

    boolean isStopping() {
        return isStopping;
    }

    /// Waits until nothing runs.
    /// @return whether nothing does
    boolean await(Duration patience) {
        CompletableFuture<?>[] all = attempts.keySet().stream().map(Attempt::over).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(all).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Asks all of it to end.
    void stop() {
        isStopping = true;
        attempts.keySet().forEach(attempt -> attempt.stop(JobInterrupted.Cause.STOPPING));
    }

    void close() {
        watch.shutdownNow();
    }
}
