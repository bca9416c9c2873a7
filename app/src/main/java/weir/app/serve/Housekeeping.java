package weir.app.serve;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import weir.platform.access.door.Access;
import weir.platform.job.Assignment;
import weir.platform.job.JobKind;
import weir.platform.job.JobRun;
import weir.platform.job.Jobs;
import weir.platform.job.Recurrence;
import weir.platform.job.Recurring;
import weir.platform.job.Retry;

/// What the service clears away by itself: sessions that are over, and jobs that ended long ago.
final class Housekeeping {

    private static final JobKind<Nothing> SESSIONS =
            new JobKind<>("clear-sessions", Nothing.class, Retry.usual(), Duration.ofMinutes(10));
    private static final JobKind<Nothing> ENDED_JOBS =
            new JobKind<>("clear-ended-jobs", Nothing.class, Retry.usual(), Duration.ofMinutes(30));

    private final Access access;
    private final Jobs jobs;
    private final Duration keepEnded;
    private final Duration keepDead;

    /// Nothing needs to be said.
    record Nothing() {}

    /// @param keepEnded how long jobs stay that are done or cancelled
    /// @param keepDead  how long dead ones stay
    Housekeeping(Access access, Jobs jobs, Duration keepEnded, Duration keepDead) {
        this.access = access;
        this.jobs = jobs;
        this.keepEnded = keepEnded;
        this.keepDead = keepDead;
    }

    /// When it is due.
    static List<Recurring<?>> recurring() {
        return List.of(
                new Recurring<>(SESSIONS, "hourly", new Recurrence.Every(Duration.ofHours(1)), new Nothing()),
                new Recurring<>(ENDED_JOBS, "nightly", new Recurrence.Cron("0 40 3 * * *"), new Nothing()));
    }

    /// Who does it.
    List<Assignment<?>> assignments() {
        return List.of(
                new Assignment<>(SESSIONS, (_, _) -> access.sweep()),
                new Assignment<>(ENDED_JOBS, this::clearEndedJobs));
    }

    private void clearEndedJobs(JobRun run, Nothing nothing) {
        long cleared = jobs.removeEnded(keepEnded, keepDead);
        run.complete(Map.of("cleared", cleared), _ -> {});
    }
}
