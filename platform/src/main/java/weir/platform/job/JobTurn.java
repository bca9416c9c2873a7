package weir.platform.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import weir.platform.database.Database;
import weir.platform.database.DatabaseUnavailable;
import weir.platform.database.Transaction;
import weir.platform.job.store.Claims.Next;
import weir.platform.job.store.JobStore;
import weir.platform.journal.Action;
import weir.platform.journal.Actor;
import weir.platform.journal.Entry;
import weir.platform.journal.Journal;
import weir.platform.journal.Run;
import weir.platform.outage.Outage;

/// One claimed job's turn, from looking whether anything is left to do to writing down how it went.
///
/// What is written waits for the database when it is away: the work was done, and only the row does not know yet.
final class JobTurn {

    private static final Logger LOG = LoggerFactory.getLogger(JobTurn.class);
    private static final int LOSS_LIMIT = 5;
    private static final Duration AWAY_PAUSE = Duration.ofMillis(300);

    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(1);

    private final Database database;
    private final Journal journal;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final String process;
    private final JobEvents events;
    private final RunningJobs running;
    private final JobStore store = new JobStore();
    private final JsonMapper json = JsonMapper.shared();

    JobTurn(
            Database database,
            Journal journal,
            InstantSource clock,
            RandomGenerator random,
            String process,
            JobEvents events,
            RunningJobs running) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.random = random;
        this.process = process;
        this.events = events;
        this.running = running;
    }

    private sealed interface Begun {

        record Go(Attempt attempt, String argument) implements Begun {}

        record Not(Next next) implements Begun {}
    }

    <A extends Record> Next take(Assignment<A> assignment, JobId id) {
        Begun begun = patiently(() -> database.write(transaction -> begin(transaction, id)));
        return switch (begun) {
            case Begun.Not(Next next) -> next;
            case Begun.Go(Attempt attempt, String argument) -> work(assignment, attempt, argument);
        };
    }

    private Begun begin(Transaction transaction, JobId id) {
        Optional<JobStore.Claimed> found = store.lock(transaction, id);
        if (found.isEmpty() || found.get().job().state().isEnd()) {
            return new Begun.Not(new Next.Remove());
        }
        JobStore.Claimed claimed = found.get();
        Job job = claimed.job();
        boolean isLost = job.state() == JobState.RUNNING;
        if (!isLost && job.times().due().isAfter(store.now(transaction))) {
            return new Begun.Not(new Next.Again(job.times().due()));
        }
        int losses = claimed.losses() + (isLost ? 1 : 0);
        if (isLost && (claimed.isCancelRequested() || losses > LOSS_LIMIT)) {
            JobState state = claimed.isCancelRequested() ? JobState.CANCELLED : JobState.DEAD;
            String reason = claimed.isCancelRequested() ? "" : "The process that ran it died " + losses + " times.";
            return new Begun.Not(endLost(transaction, job, state, reason));
        }
        Attempt attempt = new Attempt(database, journal, store, clock, job);
        store.start(transaction, id, attempt.attempt(), losses, process);
        Entry started = attempt.entry(Action.RUN_STARTED).detail("process", process).count("attempt", attempt.attempt());
        journal.append(transaction, isLost ? started.detail("taken-over-from", job.process()) : started);
        return new Begun.Go(attempt, claimed.argument());
    }

    private Next endLost(Transaction transaction, Job job, JobState state, String reason) {
        Instant now = store.now(transaction);
        Instant due = job.recurrence().isEmpty() ? now : Recurrence.parse(job.recurrence()).next(now);
        store.end(transaction, job.id(), job.attempt(), new JobStore.End(state, reason, job.failures(), due));
        Entry ended = Entry.of(Action.RUN_ENDED, Actor.process(process), job.id().subject())
                .run(job.id().run(job.attempt()))
                .detail(Run.STATE, state.code())
                .detail("reason", reason);
        journal.append(transaction, ended);
        return new Next.Remove();
    }

    private <A extends Record> Next work(Assignment<A> assignment, Attempt attempt, String argument) {
        String kind = assignment.kind().name();
        Instant started = clock.instant();
        events.started(kind);
        running.add(attempt, assignment.kind().timeout());
        JobState state = JobState.RUNNING;
        try {
            Optional<Throwable> failure = failure(assignment, attempt, argument);
            Outcome outcome = failure.isEmpty() || attempt.isComplete()
                    ? new Outcome(JobState.DONE, new Next.Remove())
                    : patiently(() -> database.write(transaction ->
                            fail(transaction, assignment.kind().retry(), attempt, failure.get())));
            state = outcome.state();
            return outcome.next();
        } finally {
            running.remove(attempt);
            events.ended(kind, state, Duration.between(started, clock.instant()).abs());
        }
    }

    private record Outcome(JobState state, Next next) {}

    private <A extends Record> Optional<Throwable> failure(Assignment<A> assignment, Attempt attempt, String argument) {
        try {
            assignment.work().run(attempt, json.readValue(argument, assignment.kind().argument()));
            if (!attempt.isComplete()) {
                attempt.complete(nothing -> {});
            }
            return Optional.empty();
        } catch (Throwable thrown) {
            return Optional.of(thrown);
        } finally {
            attempt.close();
            // An interruption was for the work alone.
            boolean wasInterrupted = Thread.interrupted();
            LOG.debug("The work has returned. job={} interrupted={}", attempt.id(), wasInterrupted);
        }
    }

    private Outcome fail(Transaction transaction, Retry retry, Attempt attempt, Throwable thrown) {
        Optional<JobStore.Claimed> found = store.lock(transaction, attempt.id());
        boolean isOurs = found.isPresent()
                && found.get().job().attempt() == attempt.attempt()
                && found.get().job().state() == JobState.RUNNING;
        if (!isOurs) {
            // Completed, though the answer to the commit was lost; or taken over.
            boolean isEnded = found.isEmpty() || found.get().job().state().isEnd();
            return new Outcome(JobState.RUNNING, isEnded ? new Next.Remove() : new Next.Leave());
        }
        JobStore.End end = end(transaction, retry, attempt, thrown, found.get().isCancelRequested());
        store.end(transaction, attempt.id(), attempt.attempt(), end);
        String state = end.state() == JobState.WAITING ? "released" : end.state().code();
        Entry ended = attempt.entry(Action.RUN_ENDED).detail(Run.STATE, state);
        journal.append(transaction, end.reason().isEmpty() ? ended : ended.detail("reason", end.reason()));
        return new Outcome(end.state(), end.state().isEnd() ? new Next.Remove() : new Next.Again(end.due()));
    }

    private JobStore.End end(
            Transaction transaction, Retry retry, Attempt attempt, Throwable thrown, boolean isCancelRequested) {
        Instant now = store.now(transaction);
        int failures = attempt.job().failures();
        Optional<JobInterrupted.Cause> stopped = attempt.stopped();
        if (isCancelRequested || stopped.filter(JobInterrupted.Cause.CANCELLED::equals).isPresent()) {
            return new JobStore.End(JobState.CANCELLED, "", failures, attempt.nextDue(now));
        }
        if (stopped.filter(JobInterrupted.Cause.STOPPING::equals).isPresent()) {
            return new JobStore.End(JobState.WAITING, attempt.job().reason(), failures, now);
        }
        String reason = stopped.isPresent() ? stopped.get().sentence() : reason(thrown);
        if (Outage.behind(thrown).isPresent()) {
            // Not the job's fault, so not counted.
            Duration pause = OUTAGE_PAUSE.plusMillis(random.nextLong(OUTAGE_PAUSE.toMillis()));
            return new JobStore.End(JobState.FAILED_WILL_RETRY, reason, failures, now.plus(pause));
        }
        return retry.isLeft(failures + 1)
                ? new JobStore.End(
                        JobState.FAILED_WILL_RETRY, reason, failures + 1, now.plus(retry.delay(failures + 1, random)))
                : new JobStore.End(JobState.DEAD, reason, failures + 1, attempt.nextDue(now));
    }

    /// Our own messages hold no values; those of others may.
    private static String reason(Throwable thrown) {
        String type = thrown.getClass().getSimpleName();
        boolean isOurs = thrown.getClass().getName().startsWith("weir.");
        String message = isOurs && thrown.getMessage() != null ? thrown.getMessage() : "";
        String reason = message.isEmpty() ? "The work failed with " + type + "." : type + ": " + message;
        return reason.substring(0, Math.min(reason.length(), 1_000));
    }

    /// Asks again until the database answers, or the process stops.
    private <T> T patiently(Supplier<T> work) {
        while (true) {
            try {
                return work.get();
            } catch (DatabaseUnavailable e) {
                if (running.isStopping()) {
                    throw e;
                }
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(AWAY_PAUSE.plusMillis(random.nextInt(200)));
        } catch (InterruptedException e) {
            // The process stops; the next look tells.
            LOG.debug("Woken while the database is away. process={}", process);
        }
    }
}
