package weir.platform.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import weir.platform.database.Database;
import weir.platform.journal.Actor;
import weir.platform.journal.Journal;

/// A database with jobs, a table for their effects, and workers that count as processes of their own.
final class JobBench implements AutoCloseable {

    static final Actor ANN = Actor.person("ann");

    /// Taken over after one second.
    static final JobSettings QUICK = new JobSettings(4, Duration.ofMillis(100), Duration.ofMillis(250), 4);

    static final Retry SOON = new Retry(3, Duration.ofMillis(50), 2, Duration.ofMillis(200), 0.1);

    record Ticket(int n) {}

    final Database database;
    final Journal journal;
    final Jobs jobs;
    private final List<JobWorker> workers = new ArrayList<>();

    JobBench(Database database) {
        this.database = database;
        this.journal = new Journal(database);
        this.jobs = new Jobs(database, journal);
        database.change(tx -> tx.handle().execute("CREATE TABLE IF NOT EXISTS effect (n int, process text)"));
    }

    static JobKind<Ticket> kind(String name) {
        return new JobKind<>(name, Ticket.class, SOON, Duration.ofMinutes(1));
    }

    JobId submit(JobKind<Ticket> kind, int n) {
        return jobs.submit(JobOrder.of(kind, "key-" + n, new Ticket(n), ANN));
    }

    JobWorker start(String process, Assignment<?>... assignments) {
        return start(process, InstantSource.system(), JobEvents.none(), assignments);
    }

    JobWorker start(String process, InstantSource clock, JobEvents events, Assignment<?>... assignments) {
        JobWorker worker = worker(database, process, clock, events, assignments);
        workers.add(worker);
        worker.start();
        return worker;
    }

    static JobWorker worker(
            Database database, String process, InstantSource clock, JobEvents events, Assignment<?>... assignments) {
        return new JobWorker(
                database,
                new Journal(database),
                clock,
                RandomGenerator.getDefault(),
                process,
                QUICK,
                events,
                List.of(assignments));
    }

    /// Work whose effect is one row.
    static Assignment<Ticket> effect(JobKind<Ticket> kind, String process) {
        return new Assignment<>(kind, (run, number) -> run.complete(tx ->
                tx.handle().execute("INSERT INTO effect VALUES (?, ?)", number.n(), process)));
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(25)).pollInSameThread();
    }

    Job awaitState(JobId id, JobState state) {
        await().until(() -> job(id).state() == state);
        return job(id);
    }

    Job job(JobId id) {
        return jobs.find(id).orElseThrow();
    }

    long effects() {
        return count("SELECT count(*) FROM effect");
    }

    long differentEffects() {
        return count("SELECT count(DISTINCT n) FROM effect");
    }

    long claims() {
        return count("SELECT count(*) FROM weir.job_claim");
    }

    long count(String sql) {
        return database.read(tx -> tx.handle().createQuery(sql).mapTo(Long.class).one());
    }

    static InstantSource late(Duration difference) {
        return () -> Instant.now().plus(difference);
    }

    @Override
    public void close() {
        workers.forEach(worker -> worker.stop(Duration.ZERO));
        database.close();
    }
}
