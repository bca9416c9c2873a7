package weir.platform.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.engine.organisation.OrganisationCode;
import weir.platform.database.Database;
import weir.platform.database.DatabaseAddress;
import weir.platform.database.DatabaseSettings;
import weir.platform.database.TestDatabase;
import weir.platform.process.ChildJvm;
import weir.platform.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class JournalTest {

    private static final int KILLS = Boolean.getBoolean("weir.long") ? 10 : 4;
    private static final Subject THING = new Subject("thing", "1");

    private DatabaseAddress address;
    private Database database;
    private Journal journal;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        address = TestDatabase.furnishedAddress();
        database = Database.open(address, DatabaseSettings.usual(), List.of());
        journal = new Journal(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    static Entry entry(int writer, long number) {
        return Entry.of(Action.STATE_CHANGED, Actor.process("writer-" + writer), THING).count("number", number);
    }

    private Verification verify() {
        return journal.verify(new FolderAnchors(folder), checked -> {});
    }

    @Test
    void keepsWhatWasWrittenAsItWasWritten() {
        Entry written = Entry.of(Action.DELIVERY_RECEIVED, Actor.person("ann"), new Subject("delivery", "d-1"))
                .organisation(new OrganisationCode("BAR"))
                .run(new RunId("7-1"))
                .count("bytes", Long.MAX_VALUE)
                .count("rows", -1)
                .detail("dataset", "ssda903")
                .detail("größe", "日本 \" \\ 𝄞");
        journal.append(written);
        SealedEntry read = journal.page(JournalFilter.all()).getFirst();
        assertThat(read.entry()).isEqualTo(written);
        assertThat(read.sequence()).isEqualTo(1);
        assertThat(verify()).isEqualTo(new Verification.Intact(1, read.hash(), 0));
    }

    @Test
    void leavesNoTraceOfWorkThatWasRolledBack() {
        assertThatThrownBy(() -> database.change(tx -> {
            journal.append(tx, entry(1, 1));
            throw new IllegalStateException("changed its mind");
        })).hasMessage("changed its mind");
        journal.append(entry(1, 2));
        assertThat(journal.page(JournalFilter.all())).extracting(SealedEntry::sequence).containsExactly(1L);
        assertThat(verify()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void givesALateCommitterALaterNumber() {
        database.change(late -> {
            journal.append(late, entry(1, 1));
            elsewhere(() -> {
                journal.append(entry(2, 1));
                assertThat(journal.seal()).isEqualTo(1);
            });
        });
        assertThat(journal.page(JournalFilter.all())).extracting(found -> found.entry().actor().id())
                .containsExactly("writer-2", "writer-1");
        assertThat(verify()).isInstanceOf(Verification.Intact.class);
    }

    /// On a thread of its own: a thread has one transaction.
    private static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    @Test
    void chainsWhatEightThreadsWriteAtOnceAndKeepsTheOrderOfEach() throws Exception {
        List<Thread> writers = IntStream.range(0, 8)
                .mapToObj(writer -> Thread.ofPlatform().start(() ->
                        LongStream.range(0, 500).forEach(number -> journal.append(entry(writer, number)))))
                .toList();
        try (JournalKeeper keeper = new JournalKeeper(
                        journal, new FolderAnchors(folder), Instant::now, new JournalSettings(millis(5), millis(20)));
                JournalKeeper another = new JournalKeeper(
                        journal, new FolderAnchors(folder), Instant::now, new JournalSettings(millis(7), millis(20)))) {
            keeper.start();
            another.start();
            for (Thread writer : writers) {
                writer.join();
            }
        }
        Map<String, Long> next = new HashMap<>();
        for (SealedEntry found : journal.page(JournalFilter.all().limit(10_000))) {
            long number = found.entry().counts().getOrDefault("number", -1L);
            assertThat(number).isEqualTo(next.getOrDefault(found.entry().actor().id(), 0L));
            next.put(found.entry().actor().id(), number + 1);
        }
        assertThat(next).hasSize(8).allSatisfy((writer, count) -> assertThat(count).isEqualTo(500));
        assertThat(verify()).isInstanceOfSatisfying(Verification.Intact.class, whole -> {
            assertThat(whole.count()).isEqualTo(4_000);
            assertThat(whole.anchors()).isPositive();
        });
    }

    private static Duration millis(int millis) {
        return Duration.ofMillis(millis);
    }

    @Test
    void doesNotWaitForTheWritersOfOthers() {
        database.change(open -> {
            journal.append(open, entry(1, 1));
            elsewhere(() -> database.change(other -> {
                other.handle().execute("SET LOCAL lock_timeout = '2s'");
                journal.append(other, entry(2, 1));
            }));
        });
        assertThat(journal.page(JournalFilter.all())).hasSize(2);
    }

    @Test
    void findsEntriesByEachConditionPageByPage() {
        for (int i = 1; i <= 25; i++) {
            Entry entry = Entry.of(i % 2 == 0 ? Action.RUN_STEP : Action.ISSUE_TOTAL, Actor.job("j"), new Subject("delivery", "d" + i % 5))
                    .organisation(new OrganisationCode(i % 3 == 0 ? "BAR" : "CAM"));
            journal.append(i % 10 == 0 ? entry.run(new RunId("r" + i)) : entry);
        }
        JournalFilter all = JournalFilter.all();
        assertThat(journal.page(all.organisation(new OrganisationCode("BAR")))).hasSize(8);
        assertThat(journal.page(all.action(Action.RUN_STEP))).hasSize(12);
        assertThat(journal.page(all.subject(new Subject("delivery", "d0")))).hasSize(5);
        assertThat(journal.page(all.subjectKind("delivery"))).hasSize(25);
        assertThat(journal.page(all.run(new RunId("r10")))).extracting(SealedEntry::sequence).containsExactly(10L);
        Instant middle = journal.page(all).get(10).written().at();
        assertThat(journal.page(all.between(middle, Instant.parse("9999-01-01T00:00:00Z")))).hasSize(15);
        assertThat(journal.page(all.between(Instant.EPOCH, middle))).hasSize(10);
        assertThat(journal.page(all.newestFirstOrder().limit(3))).extracting(SealedEntry::sequence).containsExactly(25L, 24L, 23L);
        assertThat(journal.page(all.newestFirstOrder().after(23).limit(2))).extracting(SealedEntry::sequence)
                .containsExactly(22L, 21L);
        assertThat(journal.page(all.after(24))).extracting(SealedEntry::sequence).containsExactly(25L);
    }

    @Test
    void tellsARunWithItsStepsAndCounts() {
        RunId id = new RunId("42-1");
        Entry started = Entry.of(Action.RUN_STARTED, Actor.job("42"), new Subject("job", "42")).run(id);
        Entry step = Entry.of(Action.RUN_STEP, Actor.job("42"), new Subject("job", "42")).run(id);
        journal.append(started);
        journal.append(step.detail(Run.STEP, "read").count("rows", 12));
        Runs runs = new Runs(journal);
        assertThat(runs.find(id)).hasValueSatisfying(run -> assertThat(run.state()).isEqualTo("running"));
        journal.append(step.detail(Run.STEP, "clean").count("rows", 11).count("refused", 1));
        journal.append(Entry.of(Action.RUN_ENDED, Actor.job("42"), new Subject("job", "42")).run(id)
                .detail(Run.STATE, "done").count("rows", 11));
        Run run = runs.page(JournalFilter.all()).getFirst();
        assertThat(run.state()).isEqualTo("done");
        assertThat(run.steps()).extracting(Run.Step::name).containsExactly("read", "clean");
        assertThat(run.steps().getLast().counts()).containsEntry("refused", 1L);
        assertThat(run.counts()).containsEntry("rows", 11L);
        assertThat(run.endedAt()).isPresent();
        assertThat(runs.find(new RunId("43-1"))).isEmpty();
    }

    @Test
    void refusesTextThatTheDatabaseCouldNotKeep() {
        Entry entry = entry(1, 1);
        assertThatThrownBy(() -> entry.detail("name", "a\0b")).hasMessageContaining("without NUL");
        assertThatThrownBy(() -> entry.detail("name", "a\ud800")).hasMessageContaining("whole Unicode");
        assertThatThrownBy(() -> entry.detail("name", "x".repeat(1_001))).hasMessageContaining("1000");
        assertThatThrownBy(() -> new Action("Run started")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void losesNothingItAcknowledgedWhenItsProcessIsKilled() throws Exception {
        Set<Long> acknowledged = new HashSet<>();
        for (int round = 0; round < KILLS; round++) {
            acknowledged.addAll(killAWriter(round, 50 + round * 7));
        }
        Map<Long, Integer> found = new HashMap<>();
        long after = 0;
        List<SealedEntry> page = journal.page(JournalFilter.all().limit(10_000));
        while (!page.isEmpty()) {
            page.forEach(one -> found.merge(one.entry().counts().getOrDefault("number", -1L), 1, Integer::sum));
            after = page.getLast().sequence();
            page = journal.page(JournalFilter.all().limit(10_000).after(after));
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS * 40);
        assertThat(found.keySet()).containsAll(acknowledged);
        assertThat(found).allSatisfy((number, times) -> assertThat(times).isEqualTo(1));
        assertThat(verify()).isInstanceOf(Verification.Intact.class);
    }

    private Set<Long> killAWriter(int round, int lines) throws IOException, InterruptedException {
        Set<Long> acknowledged = new HashSet<>();
        try (ChildJvm child = ChildJvm.start(
                Writer.class, address.url(), address.user(), address.password().reveal(), round)) {
            for (int i = 0; i < lines; i++) {
                acknowledged.add(Long.parseLong(child.line()));
            }
            child.kill();
        }
        return acknowledged;
    }

    /// Writes entry after entry, says each number once it is kept, and seals meanwhile.
    static final class Writer {
        public static void main(String[] args) {
            Database database = Database.open(
                    new DatabaseAddress(args[0], args[1], Secret.of(args[2])), DatabaseSettings.usual(), List.of());
            Journal journal = new Journal(database);
            Thread.ofPlatform().daemon().start(() -> {
                while (database.activeConnections() >= 0) {
                    journal.seal();
                }
            });
            long first = 100_000_000_000L + Long.parseLong(args[3]) * 1_000_000_000L;
            for (long number = first; number < first + 100_000; number++) {
                journal.append(entry(0, number));
                System.out.println(number);
            }
        }
    }
}
