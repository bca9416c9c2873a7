package weir.platform.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import weir.platform.database.Database;
import weir.platform.database.Transaction;
import weir.platform.job.store.ClaimStore;
import weir.platform.job.store.JobStore;
import weir.platform.journal.Actor;

/// The role scheduler: sets recurring jobs to waiting when their time has come. Any number of processes may have it.
/// While none has, nothing recurs; a time that was missed is made up for once.
public final class RecurringJobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RecurringJobs.class);

    private final Database database;
    private final String process;
    private final Duration poll;
    private final List<Recurring<?>> recurring;
    private final JobStore store = new JobStore();
    private final ClaimStore claims = new ClaimStore();
    private final JsonMapper json = JsonMapper.shared();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("job-recurring").factory());

    /// @param process   as given to [JobWorker]
    /// @param recurring all there are: others, of an earlier version of the program, recur no more
    public RecurringJobs(Database database, String process, JobSettings settings, List<Recurring<?>> recurring) {
        this.database = database;
        this.process = process;
        this.poll = settings.poll();
        this.recurring = List.copyOf(recurring);
    }

    /// Writes down what recurs and when, then looks for what is due.
    public void start() {
        database.change(transaction -> {
            Instant now = store.now(transaction);
            claims.recurOnly(transaction, recurring.stream().map(one -> kept(transaction, one, now)).toList());
        });
        var unused = thread.scheduleWithFixedDelay(this::arm, 0, poll.toMillis(), TimeUnit.MILLISECONDS);
    }

    private JobId kept(Transaction transaction, Recurring<?> one, Instant now) {
        String argument = json.writeValueAsString(one.argument());
        String rule = one.recurrence().text();
        Instant first = one.recurrence().first(now);
        Optional<JobId> added = store.insert(transaction, new JobStore.NewJob(
                one.kind().name(), one.key(), "", argument, rule, Actor.process(process), first));
        JobId id = added.orElseGet(() -> store.find(transaction, one.kind().name(), one.key()).orElseThrow().id());
        claims.recur(transaction, id, rule, argument, first);
        return id;
    }

    private void arm() {
        try {
            database.change(claims::arm);
        } catch (RuntimeException e) {
            LOG.warn("Recurring jobs could not be looked at and are looked at again. cause={}", e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
