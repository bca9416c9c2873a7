package weir.platform.job;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.platform.database.Database;
import weir.platform.database.DatabaseUnavailable;
import weir.platform.job.store.ClaimStore;
import weir.platform.job.store.Claims;
import weir.platform.journal.Journal;

/// Takes up jobs and does them, beside any number of other processes.
///
/// [#start] and [#stop] are called once each, by one thread.
public final class JobWorker {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final Duration RELEASE_WAIT = Duration.ofSeconds(2);

    private final Database database;
    private final String process;
    private final RunningJobs running;
    private final Claims claims;

    /// @param clock       this process's own; used for durations, and while the database is away
    /// @param process     a name no other process has: host and process id, and something random
    /// @param assignments the kinds of jobs this process does; jobs of other kinds are left to others
    public JobWorker(
            Database database,
            Journal journal,
            InstantSource clock,
            RandomGenerator random,
            String process,
            JobSettings settings,
            JobEvents events,
            List<Assignment<?>> assignments) {
        this.database = database;
        this.process = process;
        this.running = new RunningJobs(database);
        JobTurn turn = new JobTurn(database, journal, clock, random, process, events, running);
        Map<String, Assignment<?>> byKind =
                assignments.stream().collect(Collectors.toMap(one -> one.kind().name(), Function.identity()));
        this.claims = new Claims(database, clock, process, settings, byKind.keySet(), (kind, id) ->
                turn.take(Objects.requireNonNull(byKind.get(kind)), id));
    }

    /// Begins to take up jobs.
    public void start() {
        running.start();
        claims.start();
        LOG.info("This process takes up jobs. process={}", process);
    }

    /// Takes up nothing more, lets what runs finish, and gives back what does not finish in time: another process then
    /// takes it up at once, and an end that comes too late is refused.
    ///
    /// @param patience how long what runs may go on; giving back takes two seconds more at most
    public void stop(Duration patience) {
        claims.pause();
        if (!running.await(patience)) {
            LOG.info("Jobs that did not finish in time go back to waiting. process={}", process);
        }
        running.stop();
        running.await(RELEASE_WAIT);
        claims.stop();
        running.close();
        try {
            ClaimStore claimed = new ClaimStore();
            database.change(transaction -> claimed.release(transaction, process));
        } catch (DatabaseUnavailable e) {
            LOG.warn("The database is away: what this process had claimed is taken over after the missed heartbeats. process={}", process);
        }
    }
}
