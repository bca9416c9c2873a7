package weir.platform.job;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;
import weir.engine.organisation.OrganisationCode;
import weir.platform.database.Database;
import weir.platform.database.Transaction;
import weir.platform.job.store.ClaimStore;
import weir.platform.job.store.JobStore;
import weir.platform.journal.Action;
import weir.platform.journal.Actor;
import weir.platform.journal.Entry;
import weir.platform.journal.Journal;

/// Submits jobs, shows them, cancels them and tries dead ones again. Does none: that is [JobWorker], perhaps in another
/// process. Safe for any number of threads.
public final class Jobs {

    private final Database database;
    private final Journal journal;
    private final JobStore store = new JobStore();
    private final ClaimStore claims = new ClaimStore();
    private final JsonMapper json = JsonMapper.shared();

    public Jobs(Database database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /// Submits a job in the transaction of why it is needed: both commit, or neither. One with the same kind and key that
    /// is there already, in whatever state, is the job that is meant; its argument stays.
    public JobId submit(Transaction transaction, JobOrder<?> order) {
        JobStore.NewJob job = new JobStore.NewJob(
                order.kind().name(),
                order.key(),
                order.organisation(),
                json.writeValueAsString(order.argument()),
                "",
                order.submitter(),
                store.now(transaction).plus(order.pause()));
        Optional<JobId> id = store.insert(transaction, job);
        if (id.isEmpty()) {
            return store.find(transaction, job.kind(), job.key()).orElseThrow().id();
        }
        claims.add(transaction, job.kind(), id.get(), job.due(), order.kind().priority());
        Entry entry = Entry.of(Action.JOB_SUBMITTED, order.submitter(), id.get().subject()).detail("kind", job.kind());
        boolean hasOrganisation = !order.organisation().isEmpty();
        journal.append(
                transaction, hasOrganisation ? entry.organisation(new OrganisationCode(order.organisation())) : entry);
        return id.get();
    }

    /// The same in a transaction of its own.
    public JobId submit(JobOrder<?> order) {
        return database.write(transaction -> submit(transaction, order));
    }

    public Optional<Job> find(JobId id) {
        return database.read(transaction -> store.find(transaction, id));
    }

    public Optional<Job> find(JobKind<?> kind, String key) {
        return database.read(transaction -> store.find(transaction, kind.name(), key));
    }

    /// One page, the newest first.
    public List<Job> list(JobFilter filter) {
        return database.read(transaction -> store.list(transaction, filter));
    }

    /// Cancels a job. One that waits is cancelled at once; one that runs is asked to end, within a second, wherever it
    /// runs. One that recurs comes again at its next time.
    ///
    /// @return whether there was anything left to cancel
    public boolean cancel(JobId id, Actor actor) {
        return database.write(transaction -> {
            Optional<Job> found = store.lock(transaction, id).map(JobStore.Claimed::job);
            if (found.isEmpty() || found.get().state().isEnd()) {
                return false;
            }
            Job job = found.get();
            if (job.state() == JobState.RUNNING) {
                store.requestCancel(transaction, id);
            } else {
                var now = store.now(transaction);
                store.set(transaction, id, JobState.CANCELLED,
                        job.recurrence().isEmpty() ? now : Recurrence.parse(job.recurrence()).next(now));
                claims.remove(transaction, job.kind(), id);
            }
            journal.append(transaction, Entry.of(Action.JOB_CANCELLED, actor, id.subject())
                    .detail("kind", job.kind())
                    .detail("state", job.state().code()));
            return true;
        });
    }

    /// Lets a dead job try again, with all its tries.
    ///
    /// @return whether it was dead
    public boolean retry(JobId id, Actor actor) {
        return database.write(transaction -> {
            Optional<Job> found = store.lock(transaction, id).map(JobStore.Claimed::job);
            if (found.isEmpty() || found.get().state() != JobState.DEAD) {
                return false;
            }
            store.set(transaction, id, JobState.WAITING, store.now(transaction));
            claims.renew(transaction, found.get().kind(), id);
            journal.append(transaction, Entry.of(Action.JOB_RETRIED, actor, id.subject()).detail("kind", found.get().kind()));
            return true;
        });
    }

    /// Removes what ended long ago. The journal keeps its own account.
    ///
    /// @param ended how long jobs stay that are done or cancelled; until then their keys are taken
    /// @param dead  how long dead ones stay
    /// @return how many were removed
    public int removeEnded(Duration ended, Duration dead) {
        return database.write(transaction ->
                store.removeEnded(transaction, EnumSet.of(JobState.DONE, JobState.CANCELLED), ended)
                        + store.removeEnded(transaction, EnumSet.of(JobState.DEAD), dead));
    }
}
