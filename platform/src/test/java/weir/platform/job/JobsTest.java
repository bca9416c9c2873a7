package weir.platform.job;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import weir.engine.organisation.OrganisationCode;
import weir.platform.database.TestDatabase;
import weir.platform.job.JobBench.Ticket;
import weir.platform.journal.JournalFilter;
import weir.platform.journal.Run;
import weir.platform.journal.Runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

final class JobsTest {

    private static final JobKind<Ticket> KIND = JobBench.kind("count");

    private final JobBench bench = new JobBench(TestDatabase.fresh());

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void doesWhatWasSubmittedAndWritesItDown() {
        Map<String, JobState> told = new ConcurrentHashMap<>();
        JobEvents events = new JobEvents() {
            @Override
            public void started(String kind) {}

            @Override
            public void ended(String kind, JobState state, Duration duration) {
                told.put(kind, state);
            }
        };
        bench.start("p1", InstantSource.system(), events, new Assignment<>(KIND, (run, number) -> {
            run.step("count", Map.of("rows", 7L));
            run.complete(Map.of("rows", 7L), tx -> tx.handle().execute("INSERT INTO effect VALUES (?, 'p1')", number.n()));
        }));
        JobId id = bench.jobs.submit(JobOrder.of(KIND, "a", new Ticket(5), JobBench.ANN).organisation(new OrganisationCode("BAR")));
        Job done = bench.awaitState(id, JobState.DONE);
        assertThat(bench.count("SELECT n FROM effect")).isEqualTo(5);
        assertThat(done.process()).isEqualTo("p1");
        assertThat(done.attempt()).isEqualTo(1);
        assertThat(done.times().ended()).isPresent();
        Run run = new Runs(bench.journal).find(id.run(1)).orElseThrow();
        assertThat(run.state()).isEqualTo("done");
        assertThat(run.counts()).containsEntry("rows", 7L);
        assertThat(run.steps()).extracting(Run.Step::name).containsExactly("count");
        assertThat(bench.journal.page(JournalFilter.all().subject(id.subject())))
                .extracting(entry -> entry.entry().action().code(), entry -> entry.entry().organisation())
                .containsExactly(
                        tuple("job-submitted", "BAR"),
                        tuple("run-started", "BAR"),
                        tuple("run-step", "BAR"),
                        tuple("run-ended", "BAR"));
        JobBench.await().until(() -> told.get("count") == JobState.DONE && bench.claims() == 0);
    }

    @Test
    void submitsWithTheCallersTransactionOrNotAtAll() {
        assertThatThrownBy(() -> bench.database.change(tx -> {
            bench.jobs.submit(tx, JobOrder.of(KIND, "a", new Ticket(1), JobBench.ANN));
            throw new IllegalStateException("changed its mind");
        })).hasMessage("changed its mind");
        assertThat(bench.jobs.find(KIND, "a")).isEmpty();
        assertThat(bench.claims()).isZero();
        assertThat(bench.journal.page(JournalFilter.all())).isEmpty();
    }

    @Test
    void takesTheSameKeyTwiceAsOneJobThoughManySubmitAtOnce() {
        bench.start("p1", JobBench.effect(KIND, "p1"));
        Set<JobId> ids = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofPlatform().start(() -> IntStream.range(0, 20).forEach(n -> ids.add(bench.submit(KIND, n)))))
                .toList()
                .forEach(JobsTest::join);
        assertThat(ids).hasSize(20);
        ids.forEach(id -> bench.awaitState(id, JobState.DONE));
        assertThat(bench.effects()).isEqualTo(20);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keepsADeadJobWithItsReasonUntilItIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        bench.start("p1", new Assignment<>(KIND, (run, number) -> {
            if (tries.incrementAndGet() <= 3) {
                throw new IllegalArgumentException("Jane Doe was born on 1 April");
            }
        }));
        JobId id = bench.submit(KIND, 1);
        Job dead = bench.awaitState(id, JobState.DEAD);
        assertThat(dead.attempt()).isEqualTo(3);
        assertThat(dead.failures()).isEqualTo(3);
        assertThat(dead.reason()).isEqualTo("The work failed with IllegalArgumentException.");
        assertThat(bench.jobs.removeEnded(Duration.ZERO, Duration.ofDays(1))).isZero();
        assertThat(bench.jobs.retry(id, JobBench.ANN)).isTrue();
        bench.awaitState(id, JobState.DONE);
        assertThat(bench.jobs.retry(id, JobBench.ANN)).isFalse();
        assertThat(new Runs(bench.journal).page(JournalFilter.all().subject(id.subject())))
                .extracting(Run::state)
                .containsExactly("failed-will-retry", "failed-will-retry", "dead", "done");
    }

    @Test
    void losesNoJobThatIsTriedAgainTheMomentItDies() {
        AtomicInteger tries = new AtomicInteger();
        JobKind<Ticket> once = new JobKind<>("once", Ticket.class, Retry.never(), Duration.ofMinutes(1));
        bench.start("p1", new Assignment<>(once, (run, number) -> {
            if (tries.incrementAndGet() % 2 == 1) {
                throw new IllegalArgumentException();
            }
        }));
        for (int n = 0; n < 20; n++) {
            JobId id = bench.submit(once, n);
            JobBench.await().pollInterval(Duration.ofMillis(1)).until(() -> bench.jobs.retry(id, JobBench.ANN));
            bench.awaitState(id, JobState.DONE);
        }
    }

    @Test
    void takesUpWhatYieldsWhenNothingElseIsDue() {
        JobKind<Ticket> yielding = new JobKind<>("yield", Ticket.class, Retry.never(), Duration.ofMinutes(1)).yielding();
        List<JobId> ids = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            ids.add(bench.submit(yielding, n));
        }
        for (int n = 0; n < 20; n++) {
            ids.add(bench.submit(KIND, n));
        }
        Queue<String> begun = new ConcurrentLinkedQueue<>();
        bench.start("p1",
                new Assignment<>(yielding, (run, number) -> begun.add("yield")),
                new Assignment<>(KIND, (run, number) -> begun.add("count")));
        ids.forEach(id -> bench.awaitState(id, JobState.DONE));
        assertThat(begun.stream().takeWhile("count"::equals).count())
                .as("as many as are not under way beside the first that yields").isGreaterThanOrEqualTo(10);
    }

    @Test
    void showsTheMessageOfOurOwnExceptions() {
        bench.start("p1", new Assignment<>(KIND, (run, number) -> {
            throw new JobTakenOverForTest("Batch 42 was not acknowledged.");
        }));
        Job dead = bench.awaitState(bench.submit(KIND, 1), JobState.DEAD);
        assertThat(dead.reason()).isEqualTo("JobTakenOverForTest: Batch 42 was not acknowledged.");
    }

    private static final class JobTakenOverForTest extends RuntimeException {
        JobTakenOverForTest(String message) {
            super(message);
        }
    }

    @Test
    void keepsNothingOfAnEffectThatFails() {
        AtomicInteger tries = new AtomicInteger();
        bench.start("p1", new Assignment<>(KIND, (run, number) -> run.complete(tx -> {
            tx.handle().execute("INSERT INTO effect VALUES (?, 'p1')", number.n());
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException();
            }
        })));
        bench.awaitState(bench.submit(KIND, 1), JobState.DONE);
        assertThat(tries).hasValue(3);
        assertThat(bench.effects()).isEqualTo(1);
    }

    @Test
    void cancelsAJobThatWaits() {
        JobId id = bench.submit(KIND, 1);
        assertThat(bench.jobs.cancel(id, JobBench.ANN)).isTrue();
        assertThat(bench.job(id).state()).isEqualTo(JobState.CANCELLED);
        assertThat(bench.claims()).isZero();
        assertThat(bench.jobs.cancel(id, JobBench.ANN)).isFalse();
    }

    @Test
    void cancelsAJobThatRunsInAnotherProcessWhetherItLooksOrSleeps() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        bench.start("p1", new Assignment<>(KIND, (run, number) -> {
            both.countDown();
            if (number.n() == 1) {
                Thread.sleep(600_000);
            }
            for (long done = 0; done < Long.MAX_VALUE; done++) {
                run.progress(done, Long.MAX_VALUE, "rows");
            }
        }));
        JobId sleeping = bench.submit(KIND, 1);
        JobId looking = bench.submit(KIND, 2);
        both.await();
        bench.jobs.cancel(sleeping, JobBench.ANN);
        bench.jobs.cancel(looking, JobBench.ANN);
        bench.awaitState(sleeping, JobState.CANCELLED);
        Job cancelled = bench.awaitState(looking, JobState.CANCELLED);
        assertThat(cancelled.progress().what()).isEqualTo("rows");
        assertThat(bench.count("""
                SELECT count(*) FROM weir.job WHERE ended_at - started_at > interval '20 seconds'
                """)).isZero();
        JobBench.await().until(() -> bench.claims() == 0);
    }

    @Test
    void stopsAJobThatIsOutOfTime() {
        JobKind<Ticket> brief = new JobKind<>("brief", Ticket.class, Retry.never(), Duration.ofMillis(100));
        bench.start("p1", new Assignment<>(brief, (run, number) -> Thread.sleep(600_000)));
        Job dead = bench.awaitState(bench.submit(brief, 1), JobState.DEAD);
        assertThat(dead.reason()).isEqualTo("The job ran longer than its kind may.");
    }

    @Test
    void leavesJobsOfAKindItDoesNotKnowToOthers() {
        bench.start("p1", JobBench.effect(JobBench.kind("other"), "p1"));
        JobId other = bench.submit(JobBench.kind("other"), 1);
        JobId unknown = bench.submit(KIND, 2);
        bench.awaitState(other, JobState.DONE);
        assertThat(bench.job(unknown).state()).isEqualTo(JobState.WAITING);
        bench.start("p2", JobBench.effect(KIND, "p2"));
        bench.awaitState(unknown, JobState.DONE);
    }

    @Test
    void listsTheNewestFirstPageByPageAndRemovesWhatEnded() {
        List<JobId> ids = IntStream.range(0, 5).mapToObj(n -> bench.submit(KIND, n)).toList();
        bench.jobs.cancel(ids.get(4), JobBench.ANN);
        JobFilter two = JobFilter.all().kind("count").limit(2);
        assertThat(bench.jobs.list(two)).extracting(Job::id).containsExactly(ids.get(4), ids.get(3));
        assertThat(bench.jobs.list(two.before(ids.get(3)))).extracting(Job::id).containsExactly(ids.get(2), ids.get(1));
        assertThat(bench.jobs.list(JobFilter.all().in(EnumSet.of(JobState.CANCELLED)))).extracting(Job::id).containsExactly(ids.get(4));
        assertThat(bench.jobs.list(JobFilter.all().organisation(new OrganisationCode("BAR")))).isEmpty();
        assertThat(bench.jobs.removeEnded(Duration.ZERO, Duration.ZERO)).isEqualTo(1);
        assertThat(bench.jobs.find(ids.get(4))).isEmpty();
        assertThat(bench.jobs.list(JobFilter.all())).hasSize(4);
    }

    @Test
    void waitsLongerAfterEachFailureUpToALimit() {
        Retry retry = new Retry(9, Duration.ofSeconds(5), 4, Duration.ofMinutes(5), 0);
        RandomGenerator random = RandomGenerator.getDefault();
        assertThat(IntStream.rangeClosed(1, 5).mapToObj(n -> retry.delay(n, random).toSeconds()))
                .containsExactly(5L, 20L, 80L, 300L, 300L);
        assertThat(retry.isLeft(8)).isTrue();
        assertThat(retry.isLeft(9)).isFalse();
    }
}
