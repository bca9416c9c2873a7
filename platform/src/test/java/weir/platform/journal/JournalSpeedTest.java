package weir.platform.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.platform.database.Database;
import weir.platform.database.DatabaseAddress;
import weir.platform.database.DatabaseSettings;
import weir.platform.database.TestDatabase;
import weir.platform.process.ChildJvm;
import weir.platform.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

final class JournalSpeedTest {

    private static final int ENTRIES = 100_000;

    @TempDir
    private Path folder;

    @Test
    void verifiesAHundredThousandEntriesInALittleMemory() throws Exception {
        DatabaseAddress address = TestDatabase.furnishedAddress();
        try (Database database = Database.open(address, DatabaseSettings.usual(), List.of())) {
            Journal journal = new Journal(database);
            appended(database, journal);
            filledUp(database);
            timed("seal", ENTRIES, journal::seal);
            timed("verify", ENTRIES, () -> {
                AtomicLong told = new AtomicLong();
                assertThat(journal.verify(new FolderAnchors(folder), told::set))
                        .isInstanceOfSatisfying(Verification.Intact.class, whole -> assertThat(whole.count()).isEqualTo(ENTRIES));
                assertThat(told).hasValue(ENTRIES);
            });
        }
        try (ChildJvm child = ChildJvm.start(
                Small.class, address.url(), address.user(), address.password().reveal(), folder)) {
            child.awaitLine("whole");
        }
    }

    private static void appended(Database database, Journal journal) {
        timed("append alone", 2_000, () -> {
            for (int i = 0; i < 2_000; i++) {
                journal.append(JournalTest.entry(0, i));
            }
        });
        timed("append 100 to a transaction", 8_000, () -> {
            for (int i = 2_000; i < 10_000; i += 100) {
                int first = i;
                database.change(tx -> {
                    for (int j = first; j < first + 100; j++) {
                        journal.append(tx, JournalTest.entry(0, j).detail("state", "done"));
                    }
                });
            }
        });
    }

    /// The rest, as the database writes them fastest.
    private static void filledUp(Database database) {
        database.change(tx -> tx.handle().execute("""
                INSERT INTO weir.journal_pending
                    (action, actor_kind, actor_id, subject_kind, subject_id, organisation, run, counts, details)
                SELECT 'run-step', 'job', n::text, 'job', n::text, 'BAR', n || '-1', jsonb_build_object('rows', n), '{"step": "clean"}'
                FROM generate_series(1, ?) n
                """, ENTRIES - 10_000));
    }

    private static void timed(String what, int entries, Runnable work) {
        long start = System.nanoTime();
        work.run();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("FIGURE " + what + ": " + Math.round(entries / Math.max(0.001, took.toMillis() / 1_000.0)) + " entries/s");
    }

    /// A process whose heap is far too small for the entries.
    static final class Small {
        public static void main(String[] args) {
            // The driver and the pool need about 10 MB; a hundred thousand entries would need more than the rest.
            long limit = 48L << 20;
            byte[][] ballast = new byte[(int) ((Runtime.getRuntime().maxMemory() - limit) / 100_000)][100_000];
            try (Database database = Database.open(
                    new DatabaseAddress(args[0], args[1], Secret.of(args[2])), DatabaseSettings.usual(), List.of())) {
                Verification found = new Journal(database).verify(new FolderAnchors(Path.of(args[3])), checked -> {});
                System.out.println(found instanceof Verification.Intact && ballast.length > 0 ? "whole" : found.words());
            }
        }
    }
}
