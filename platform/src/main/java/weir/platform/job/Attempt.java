package weir.platform.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import weir.engine.organisation.OrganisationCode;
import weir.platform.database.Database;
import weir.platform.database.Transaction;
import weir.platform.job.store.JobStore;
import weir.platform.journal.Action;
import weir.platform.journal.Entry;
import weir.platform.journal.Journal;
import weir.platform.journal.Run;
import weir.platform.journal.RunId;

/// One attempt under way. Its methods are called by the thread of the work, [#stop] by any.
final class Attempt implements JobRun {

    private static final Duration PROGRESS_PAUSE = Duration.ofMillis(250);

    private final Database database;
    private final Journal journal;
    private final JobStore store;
    private final InstantSource clock;
    private final Job job;
    private final int number;
    private final Thread thread = Thread.currentThread();
    private final Set<JobInterrupted.Cause> stops = EnumSet.noneOf(JobInterrupted.Cause.class);
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();
    private boolean isStoppable = true;
    private boolean isComplete;
    private Instant progressWritten = Instant.MIN;

    /// @param job as it was before this attempt began
    Attempt(Database database, Journal journal, JobStore store, InstantSource clock, Job job) {
        this.database = database;
        this.journal = journal;
        this.store = store;
        this.clock = clock;
        this.job = job;
        this.number = job.attempt() + 1;
    }

    @Override
    public JobId id() {
        return job.id();
    }

    Job job() {
        return job;
    }

    @Override
    public int attempt() {
        return number;
    }

    @Override
    public RunId runId() {
        return job.id().run(number);
    }

    @Override
    public Optional<OrganisationCode> organisation() {
        return job.organisation().isEmpty() ? Optional.empty() : Optional.of(new OrganisationCode(job.organisation()));
    }

    /// Entries of this run all look like this.
    Entry entry(Action action) {
        Entry entry = Entry.of(action, actor(), id().subject()).run(runId()).detail("kind", job.kind());
        return organisation().map(entry::organisation).orElse(entry);
    }

    @Override
    public void progress(long done, long total, String what) {
        checkCancelled();
        Instant now = clock.instant();
        boolean isLast = total > 0 && done >= total;
        if (isLast || Duration.between(progressWritten, now).abs().compareTo(PROGRESS_PAUSE) >= 0) {
            progressWritten = now;
            Job.Progress progress = new Job.Progress(done, total, what);
            database.change(transaction -> store.progress(transaction, id(), number, progress));
        }
    }

    @Override
    public void step(String name, Map<String, Long> counts) {
        journal.append(entry(Action.RUN_STEP).detail(Run.STEP, name).counts(counts));
    }

    @Override
    public synchronized void checkCancelled() {
        if (isStoppable && !stops.isEmpty()) {
            throw new JobInterrupted(stops.iterator().next());
        }
    }

    @Override
    public void complete(Map<String, Long> counts, Database.Change effect) {
        beginCompletion();
        try {
            database.change(transaction -> commit(transaction, counts, effect));
            isComplete = true;
        } finally {
            endCompletion();
        }
    }

    private void commit(Transaction transaction, Map<String, Long> counts, Database.Change effect) {
        JobStore.End end = new JobStore.End(JobState.DONE, "", 0, nextDue(store.now(transaction)));
        if (!store.end(transaction, id(), number, end)) {
            throw new JobTakenOver(id(), number);
        }
        effect.in(transaction);
        journal.append(transaction, entry(Action.RUN_ENDED).detail(Run.STATE, JobState.DONE.code()).counts(counts));
    }

    /// When a job that has ended comes again; for one that does not recur, the time it ended.
    Instant nextDue(Instant now) {
        return job.recurrence().isEmpty() ? now : Recurrence.parse(job.recurrence()).next(now);
    }

    private synchronized void beginCompletion() {
        checkCancelled();
        isStoppable = false;
    }

    private synchronized void endCompletion() {
        isStoppable = !isComplete;
    }

    boolean isComplete() {
        return isComplete;
    }

    /// Asks the work to end: its next look fails, and its thread is interrupted. Too late once it completes.
    synchronized void stop(JobInterrupted.Cause why) {
        if (isStoppable && stops.isEmpty()) {
            stops.add(why);
            thread.interrupt();
        }
    }

    /// Why it was asked to end, when it was.
    synchronized Optional<JobInterrupted.Cause> stopped() {
        return stops.stream().findFirst();
    }

    /// The work has returned: from now on its thread is not interrupted on its account.
    synchronized void close() {
        isStoppable = false;
    }

    /// Ends the waiting of whoever waits for it.
    void isOver() {
        over.complete(true);
    }

    CompletableFuture<Boolean> over() {
        return over;
    }
}
