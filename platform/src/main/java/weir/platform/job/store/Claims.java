package weir.platform.job.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import weir.platform.database.Database;
import weir.platform.job.JobId;
import weir.platform.job.JobSettings;

/// db-scheduler, wired to our tables: it claims jobs in the database, runs them on its pool of platform threads, beats
/// for them, and takes over those whose process has stopped beating.
public final class Claims {

    /// Longer than any job waits for a process that knows its kind.
    private static final Duration UNKNOWN_KIND_KEPT = Duration.ofDays(3_650);
    private static final Duration LAST_WAIT = Duration.ofMillis(500);
    private static final Duration AFTER_ODD_FAILURE = Duration.ofSeconds(5);
    private static final double CLAIM_MORE_BELOW = 0.5;
    private static final double CLAIM_NO_MORE_THAN_RUN = 1.0;

    private final Scheduler scheduler;

    /// What follows for the claim once a job's turn is over.
    public sealed interface Next {

        /// Nothing is left to do.
        record Remove() implements Next {}

        /// Somebody is to look again at this time.
        record Again(Instant due) implements Next {}

        /// Another process has the claim: leave it alone.
        record Leave() implements Next {}
    }

    /// What is done with a claimed job. Throws nothing.
    @FunctionalInterface
    public interface Turn {

        Next take(String kind, JobId id);
    }

    public Claims(
            Database database, InstantSource clock, String process, JobSettings settings, Collection<String> kinds, Turn turn) {
        List<Task<?>> tasks = kinds.stream().<Task<?>>map(kind -> task(kind, turn)).toList();
        this.scheduler = Scheduler.create(database.dataSource(), tasks)
                .tableName("weir.job_claim")
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .schedulerName(new SchedulerName.Fixed(process))
                .clock(new DatabaseClock(database, clock, new JobStore()))
                .threads(settings.workers())
                .enablePriority()
                .pollUsingLockAndFetch(CLAIM_MORE_BELOW, CLAIM_NO_MORE_THAN_RUN)
                .pollingInterval(settings.poll())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(settings.missedHeartbeats())
                .deleteUnresolvedAfter(UNKNOWN_KIND_KEPT)
                .shutdownMaxWait(LAST_WAIT)
                .failureLogging(LogLevel.WARN, false)
                .build();
    }

    private static Task<Void> task(String kind, Turn turn) {
        return Tasks.custom(kind, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_ODD_FAILURE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> follow(turn.take(kind, new JobId(Long.parseLong(instance.getId())))));
    }

    private static CompletionHandler<Void> follow(Next next) {
        return switch (next) {
            case Next.Remove() -> new CompletionHandler.OnCompleteRemove<>();
            case Next.Again(Instant due) -> (complete, operations) -> operations.reschedule(complete, due);
            case Next.Leave() -> (complete, operations) -> {};
        };
    }

    /// Begins to claim.
    public void start() {
        scheduler.start();
    }

    /// Claims nothing more; what runs goes on.
    public void pause() {
        scheduler.pause();
    }

    /// Ends the threads.
    public void stop() {
        scheduler.stop();
    }
}
