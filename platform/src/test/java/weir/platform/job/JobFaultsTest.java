package weir.platform.job;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.platform.database.Database;
import weir.platform.database.DatabaseAddress;
import weir.platform.database.DatabaseSettings;
import weir.platform.database.DatabaseUnavailable;
import weir.platform.database.EmbeddedPostgres;
import weir.platform.database.Migrations;
import weir.platform.database.TestDatabase;
import weir.platform.job.JobBench.Ticket;
import weir.platform.journal.FolderAnchors;
import weir.platform.journal.Verification;
import weir.platform.process.ChildJvm;
import weir.platform.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What happens when processes, the database and clocks fail.
@Order(2)
final class JobFaultsTest {

    private static final JobKind<Ticket> KIND = JobBench.kind("effect");

    @TempDir
    private Path folder;

    private static Database open(DatabaseAddress address) {
        return Database.open(address, DatabaseSettings.usual(), List.of());
    }

    private static ChildJvm child(DatabaseAddress address, String process, String how) throws Exception {
        return ChildJvm.start(Child.class, address.url(), address.user(), address.password().reveal(), process, how);
    }

    @Test
    void takesOverAJobWhoseProcessWasKilledAndDoesItOnce() throws Exception {
        DatabaseAddress address = TestDatabase.furnishedAddress();
        try (JobBench bench = new JobBench(open(address));
                ChildJvm child = child(address, "killed", "hang")) {
            JobId id = bench.submit(KIND, 1);
            child.awaitLine("working");
            child.kill();
            bench.start("heir", JobBench.effect(KIND, "heir"));
            Job done = bench.awaitState(id, JobState.DONE);
            assertThat(done.attempt()).isEqualTo(2);
            assertThat(done.process()).isEqualTo("heir");
            assertThat(bench.effects()).isEqualTo(1);
        }
    }

    @Test
    void doesNothingAgainWhenTheProcessDiesRightAfterTheCommit() throws Exception {
        DatabaseAddress address = TestDatabase.furnishedAddress();
        try (JobBench bench = new JobBench(open(address));
                ChildJvm child = child(address, "killed", "halt")) {
            JobId id = bench.submit(KIND, 1);
            child.process().waitFor();
            assertThat(bench.claims()).as("the claim of the dead process stays").isEqualTo(1);
            bench.start("heir", JobBench.effect(KIND, "heir"));
            JobBench.await().until(() -> bench.claims() == 0);
            assertThat(bench.job(id).state()).isEqualTo(JobState.DONE);
            assertThat(bench.job(id).attempt()).isEqualTo(1);
            assertThat(bench.effects()).isEqualTo(1);
        }
    }

    @Test
    void doesEachJobOnceWhileProcessesAreKilledUnderLoad() throws Exception {
        DatabaseAddress address = TestDatabase.furnishedAddress();
        try (JobBench bench = new JobBench(open(address))) {
            List<JobId> ids = IntStream.range(0, 200).mapToObj(n -> bench.submit(KIND, n)).toList();
            for (int round = 0; round < 3; round++) {
                long before = bench.effects();
                try (ChildJvm child = child(address, "killed-" + round, "work")) {
                    JobBench.await().until(() -> bench.effects() > before + 10);
                    child.kill();
                }
            }
            assertThat(bench.effects()).isLessThan(200);
            bench.start("heir", JobBench.effect(KIND, "heir"));
            ids.forEach(id -> bench.awaitState(id, JobState.DONE));
            assertThat(bench.effects()).isEqualTo(200);
            assertThat(bench.differentEffects()).isEqualTo(200);
            assertThat(bench.journal.verify(new FolderAnchors(folder), checked -> {})).isInstanceOf(Verification.Intact.class);
        }
    }

    @Test
    void refusesTheEndOfAnAttemptThatWasTakenOver() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        try (JobBench bench = new JobBench(TestDatabase.fresh())) {
            bench.start("paused", new Assignment<>(KIND, (run, number) -> {
                working.countDown();
                goOn.await();
                try {
                    run.complete(tx -> tx.handle().execute("INSERT INTO effect VALUES (1, 'paused')"));
                } catch (JobTakenOver e) {
                    refused.countDown();
                    throw e;
                }
            }));
            JobId id = bench.submit(KIND, 1);
            working.await();
            // As if the process had been asleep for too many heartbeats.
            bench.database.change(tx -> tx.handle().execute("""
                    UPDATE weir.job_claim SET picked = false, picked_by = NULL, version = version + 1
                    """));
            bench.start("heir", JobBench.effect(KIND, "heir"));
            bench.awaitState(id, JobState.DONE);
            goOn.countDown();
            refused.await();
            assertThat(bench.effects()).isEqualTo(1);
            assertThat(bench.job(id).process()).isEqualTo("heir");
        }
    }

    @Test
    void losesAndRepeatsNothingWhenTheDatabaseIsAwayForAWhile() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(folder, TestDatabase.programs(), port, RandomGenerator.getDefault());
        Database database = Database.open(
                server.address(), new DatabaseSettings(16, Duration.ofSeconds(1)), List.of(Migrations.PLATFORM));
        try (JobBench bench = new JobBench(database)) {
            List<JobId> ids = IntStream.range(0, 300).mapToObj(n -> bench.submit(KIND, n)).toList();
            bench.start("p1", JobBench.effect(KIND, "p1"));
            bench.start("p2", JobBench.effect(KIND, "p2"));
            JobBench.await().until(() -> bench.effects() > 30);
            server.close();
            assertThatThrownBy(() -> bench.submit(KIND, 1_000)).isInstanceOf(DatabaseUnavailable.class);
            server = EmbeddedPostgres.start(folder, TestDatabase.programs(), port, RandomGenerator.getDefault());
            long kept = JobBench.await().ignoreExceptionsInstanceOf(DatabaseUnavailable.class)
                    .until(bench::effects, effects -> effects > 0);
            assertThat(kept).isLessThan(300);
            ids.forEach(id -> bench.awaitState(id, JobState.DONE));
            assertThat(bench.effects()).isEqualTo(300);
            assertThat(bench.differentEffects()).isEqualTo(300);
            JobBench.await().until(() -> bench.claims() == 0);
            assertThat(bench.journal.verify(new FolderAnchors(folder.resolve("anchors")), checked -> {}))
                    .isInstanceOf(Verification.Intact.class);
        } finally {
            server.close();
        }
    }

    @Test
    void runsNothingTwiceOrTooEarlyThoughAClockIsTwoHoursOff() {
        try (JobBench bench = new JobBench(TestDatabase.fresh())) {
            AtomicInteger runs = new AtomicInteger();
            // Longer than the heartbeats that may be missed.
            Assignment<Ticket> slow = new Assignment<>(KIND, (run, number) -> {
                runs.incrementAndGet();
                Thread.sleep(2_500);
            });
            bench.start("ahead", JobBench.late(Duration.ofHours(2)), JobEvents.none(), slow);
            bench.start("behind", JobBench.late(Duration.ofHours(-2)), JobEvents.none(), slow);
            bench.start("right", slow);
            List<JobId> ids = IntStream.range(0, 10).mapToObj(n -> bench.submit(KIND, n)).toList();
            JobId later = bench.jobs.submit(JobOrder.of(KIND, "later", new Ticket(11), JobBench.ANN).after(Duration.ofHours(1)));
            ids.forEach(id -> bench.awaitState(id, JobState.DONE));
            assertThat(runs).hasValue(10);
            assertThat(ids).allSatisfy(id -> assertThat(bench.job(id).attempt()).isEqualTo(1));
            assertThat(bench.job(later).state()).isEqualTo(JobState.WAITING);
            assertThat(bench.count("SELECT count(DISTINCT process) FROM weir.job WHERE state = 'done'")).isEqualTo(3);
        }
    }

    @Test
    void finishesWhatRunsWhenItStops() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        try (JobBench bench = new JobBench(TestDatabase.fresh())) {
            JobWorker worker = JobBench.worker(
                    bench.database, "p1", InstantSource.system(), JobEvents.none(), new Assignment<>(KIND, (run, number) -> {
                        working.countDown();
                        Thread.sleep(500);
                        run.complete(tx -> tx.handle().execute("INSERT INTO effect VALUES (1, 'p1')"));
                    }));
            worker.start();
            JobId id = bench.submit(KIND, 1);
            working.await();
            worker.stop(Duration.ofSeconds(30));
            assertThat(bench.job(id).state()).isEqualTo(JobState.DONE);
            assertThat(bench.effects()).isEqualTo(1);
            assertThat(bench.claims()).isZero();
        }
    }

    @Test
    void givesBackWhatDoesNotFinishInTimeWhetherItHeedsOrNot() throws Exception {
        CountDownLatch working = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        try (JobBench bench = new JobBench(TestDatabase.fresh())) {
            JobWorker worker = JobBench.worker(
                    bench.database, "p1", InstantSource.system(), JobEvents.none(), new Assignment<>(KIND, (run, number) -> {
                        working.countDown();
                        if (number.n() == 1) {
                            Thread.sleep(600_000);
                        }
                        awaitDeafly(end);
                        try {
                            run.complete(tx -> tx.handle().execute("INSERT INTO effect VALUES (2, 'p1')"));
                        } catch (JobInterrupted | JobTakenOver e) {
                            refused.countDown();
                            throw e;
                        }
                    }));
            worker.start();
            JobId heeding = bench.submit(KIND, 1);
            JobId deaf = bench.submit(KIND, 2);
            working.await();
            worker.stop(Duration.ZERO);
            assertThat(bench.job(heeding).state()).isEqualTo(JobState.WAITING);
            assertThat(bench.job(heeding).failures()).isZero();
            assertThat(bench.job(deaf).state()).isEqualTo(JobState.WAITING);
            bench.start("heir", JobBench.effect(KIND, "heir"));
            bench.awaitState(heeding, JobState.DONE);
            bench.awaitState(deaf, JobState.DONE);
            end.countDown();
            refused.await();
            assertThat(bench.count("SELECT count(*) FROM effect WHERE process = 'heir'")).isEqualTo(2);
            assertThat(bench.effects()).isEqualTo(2);
        }
    }

    private static void awaitDeafly(CountDownLatch end) {
        boolean isOver = false;
        while (!isOver) {
            try {
                end.await();
                isOver = true;
            } catch (InterruptedException e) {
                isOver = false;
            }
        }
    }

    /// A process that works, hangs at work, or dies right after it has completed.
    static final class Child {
        public static void main(String[] args) throws Exception {
            Database database = open(new DatabaseAddress(args[0], args[1], Secret.of(args[2])));
            String process = args[3];
            String how = args[4];
            JobWorker worker = JobBench.worker(
                    database, process, InstantSource.system(), JobEvents.none(), new Assignment<>(KIND, (run, number) -> {
                        System.out.println("working");
                        if (how.equals("hang")) {
                            Thread.sleep(600_000);
                        }
                        run.complete(tx -> tx.handle().execute("INSERT INTO effect VALUES (?, ?)", number.n(), process));
                        if (how.equals("halt")) {
                            Runtime.getRuntime().halt(9);
                        }
                    }));
            worker.start();
            Thread.sleep(600_000);
        }
    }
}
