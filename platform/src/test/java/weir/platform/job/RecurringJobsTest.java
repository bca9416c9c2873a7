package weir.platform.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import weir.platform.database.TestDatabase;
import weir.platform.job.JobBench.Ticket;

import static org.assertj.core.api.Assertions.assertThat;

final class RecurringJobsTest {

    private static final JobKind<Ticket> KIND = JobBench.kind("again");

    private final JobBench bench = new JobBench(TestDatabase.fresh());

    @AfterEach
    void close() {
        bench.close();
    }

    private RecurringJobs scheduler(Recurring<?>... recurring) {
        RecurringJobs scheduler = new RecurringJobs(bench.database, "s", JobBench.QUICK, List.of(recurring));
        scheduler.start();
        return scheduler;
    }

    private static Recurring<Ticket> often(int n) {
        return new Recurring<>(KIND, "often", new Recurrence.Every(Duration.ofMillis(1)), new Ticket(n));
    }

    @Test
    void runsOneAtATimeAcrossProcessesAgainAndAgain() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger runs = new AtomicInteger();
        Assignment<Ticket> work = new Assignment<>(KIND, (run, number) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.sleep(20);
            now.decrementAndGet();
            runs.incrementAndGet();
        });
        bench.start("p1", work);
        bench.start("p2", work);
        try (RecurringJobs one = scheduler(often(1));
                RecurringJobs two = scheduler(often(1))) {
            JobBench.await().until(() -> runs.get() >= 6);
            assertThat(List.of(one, two)).hasSize(2);
        }
        assertThat(most).hasValue(1);
        assertThat(bench.jobs.list(JobFilter.all())).hasSize(1);
    }

    @Test
    void comesAgainAfterItHasFailedForGood() {
        AtomicInteger runs = new AtomicInteger();
        bench.start("p1", new Assignment<>(KIND, (run, number) -> {
            runs.incrementAndGet();
            throw new IllegalStateException();
        }));
        try (RecurringJobs one = scheduler(often(1))) {
            JobBench.await().until(() -> runs.get() >= 7);
            assertThat(one).isNotNull();
        }
        assertThat(bench.jobs.list(JobFilter.all()).getFirst().reason()).contains("IllegalStateException");
    }

    @Test
    void doesNotRecurWithoutTheRoleOrOnceItIsNoLongerListed() {
        bench.start("p1", JobBench.effect(KIND, "p1"));
        try (RecurringJobs one = scheduler(often(1))) {
            JobBench.await().until(() -> bench.effects() >= 2);
            assertThat(one).isNotNull();
        }
        Recurring<Ticket> other = new Recurring<>(KIND, "other", new Recurrence.Every(Duration.ofHours(1)), new Ticket(9));
        try (RecurringJobs two = scheduler(other)) {
            JobBench.await().until(() -> bench.count("SELECT count(*) FROM effect WHERE n = 9") == 1 && bench.claims() == 0);
            assertThat(two).isNotNull();
        }
        assertThat(bench.jobs.find(KIND, "often").orElseThrow().recurrence()).isEmpty();
        assertThat(bench.jobs.find(KIND, "other").orElseThrow().state()).isEqualTo(JobState.DONE);
    }

    @Test
    void knowsTheTimeOfDayInEnglandSummerAndWinter() {
        Recurrence nightly = new Recurrence.Cron("0 30 2 * * *");
        assertThat(nightly.next(Instant.parse("2026-01-10T12:00:00Z"))).isEqualTo(Instant.parse("2026-01-11T02:30:00Z"));
        assertThat(nightly.next(Instant.parse("2026-07-10T12:00:00Z"))).isEqualTo(Instant.parse("2026-07-11T01:30:00Z"));
        assertThat(Recurrence.parse(nightly.text())).isEqualTo(nightly);
        Recurrence every = new Recurrence.Every(Duration.ofMinutes(5));
        assertThat(Recurrence.parse(every.text())).isEqualTo(every);
    }
}
