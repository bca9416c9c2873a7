package weir.platform.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.platform.database.Database;
import weir.platform.database.TestDatabase;
import weir.platform.journal.Verification.Broken;
import weir.platform.journal.Verification.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Whoever tampers here owns the tables: the triggers are off.
final class TamperingTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

    private final Database database = TestDatabase.fresh();
    private final Journal journal = new Journal(database);

    @TempDir
    private Path folder;

    private FolderAnchors anchors;

    @BeforeEach
    void writeTwenty() {
        anchors = new FolderAnchors(folder);
        for (int i = 1; i <= 20; i++) {
            journal.append(JournalTest.entry(0, i).detail("state", "s" + i));
        }
        journal.seal();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void tamper(String... statements) {
        database.change(tx -> {
            tx.handle().execute("ALTER TABLE weir.journal DISABLE TRIGGER USER");
            tx.handle().execute("ALTER TABLE weir.journal_pending DISABLE TRIGGER USER");
            for (String statement : statements) {
                tx.handle().execute(statement);
            }
        });
    }

    private Verification verify() {
        return journal.verify(anchors, checked -> {});
    }

    private void assertBroken(long sequence, Fault fault) {
        assertThat(verify()).isEqualTo(new Broken(sequence, fault));
        assertThat(verify().words()).contains("at entry " + sequence + ":");
    }

    @Test
    void holdsAsLongAsNobodyTampers() {
        journal.anchor(anchors, CLOCK);
        AtomicLong told = new AtomicLong();
        assertThat(journal.verify(anchors, told::set)).isInstanceOfSatisfying(Verification.Intact.class, whole -> {
            assertThat(whole.count()).isEqualTo(20);
            assertThat(whole.anchors()).isEqualTo(1);
        });
        assertThat(told).hasValue(20);
    }

    @Test
    void refusesUpdatesDeletesAndEmptyingWithAClearMessage() {
        assertRefused("UPDATE weir.journal SET action = 'x' WHERE sequence = 3");
        assertRefused("DELETE FROM weir.journal WHERE sequence = 3");
        assertRefused("TRUNCATE weir.journal");
        journal.append(JournalTest.entry(0, 21));
        assertRefused("UPDATE weir.journal_pending SET action = 'x'");
        assertRefused("DELETE FROM weir.journal_pending");
        assertRefused("TRUNCATE weir.journal_pending");
        assertThat(verify()).isInstanceOf(Verification.Intact.class);
    }

    private void assertRefused(String sql) {
        assertThatThrownBy(() -> database.change(tx -> tx.handle().execute(sql)))
                .hasStackTraceContaining("The journal is written once");
    }

    @Test
    void findsWhatWasChangedInEachColumn() {
        String[] changes = {
            "action = 'run-step'", "actor_kind = 'person'", "actor_id = 'ann'", "subject_kind = 'x'", "subject_id = 'x'",
            "organisation = 'BAR'", "run = '1-1'", "counts = '{\"number\": 8}'", "details = '{\"state\": \"s8\"}'",
            "at = at + interval '1 microsecond'", "id = id + 1000", "hash = sha256('x')", "encoding = 2"
        };
        for (String change : changes) {
            try (Database other = TestDatabase.fresh()) {
                Journal its = new Journal(other);
                for (int i = 1; i <= 9; i++) {
                    its.append(JournalTest.entry(0, i).detail("state", "s" + i));
                }
                its.seal();
                other.change(tx -> tx.handle().execute("ALTER TABLE weir.journal DISABLE TRIGGER USER"));
                other.change(tx -> tx.handle().execute("UPDATE weir.journal SET " + change + " WHERE sequence = 7"));
                assertThat(its.verify(anchors, checked -> {})).as(change).isEqualTo(new Broken(7, Fault.CHANGED));
            }
        }
    }

    @Test
    void findsWhatIsMissing() {
        tamper("DELETE FROM weir.journal WHERE sequence = 7");
        assertBroken(7, Fault.MISSING);
    }

    @Test
    void findsThatTheFirstIsMissing() {
        tamper("DELETE FROM weir.journal WHERE sequence = 1");
        assertBroken(1, Fault.MISSING);
    }

    @Test
    void findsWhatIsMissingThoughTheNumbersWereClosedUp() {
        tamper("DELETE FROM weir.journal WHERE sequence = 7",
                "UPDATE weir.journal SET sequence = -sequence WHERE sequence > 7",
                "UPDATE weir.journal SET sequence = -sequence - 1 WHERE sequence < 0");
        assertThat(verify()).isInstanceOfSatisfying(Broken.class, broken -> assertThat(broken.sequence()).isEqualTo(7));
    }

    @Test
    void findsWhatWasAdded() {
        tamper("UPDATE weir.journal SET sequence = -sequence WHERE sequence >= 7",
                "UPDATE weir.journal SET sequence = -sequence + 1 WHERE sequence < 0",
                """
                INSERT INTO weir.journal SELECT 7, sha256('x'), encoding, id + 1000, at, action, actor_kind, actor_id,
                    subject_kind, subject_id, organisation, run, counts, details FROM weir.journal WHERE sequence = 6
                """);
        assertBroken(7, Fault.ADDED);
    }

    @Test
    void findsWhatWasAddedUnderANumberThatIsTaken() {
        tamper("ALTER TABLE weir.journal DROP CONSTRAINT journal_pkey",
                "ALTER TABLE weir.journal DROP CONSTRAINT journal_id_key",
                "INSERT INTO weir.journal SELECT * FROM weir.journal WHERE sequence = 7");
        assertBroken(8, Fault.ADDED);
    }

    @Test
    void findsWhatWasReordered() {
        tamper("UPDATE weir.journal SET sequence = -7 WHERE sequence = 7",
                "UPDATE weir.journal SET sequence = 7 WHERE sequence = 12",
                "UPDATE weir.journal SET sequence = 12 WHERE sequence = -7");
        assertBroken(7, Fault.REORDERED);
    }

    @Test
    void findsNeighboursThatWereSwapped() {
        tamper("UPDATE weir.journal SET sequence = -7 WHERE sequence = 7",
                "UPDATE weir.journal SET sequence = 7 WHERE sequence = 8",
                "UPDATE weir.journal SET sequence = 8 WHERE sequence = -7");
        assertBroken(7, Fault.REORDERED);
    }

    @Test
    void findsThatTheEndWasCutOff() {
        journal.anchor(anchors, CLOCK);
        tamper("DELETE FROM weir.journal WHERE sequence > 15");
        assertBroken(16, Fault.CUT_OFF);
    }

    @Test
    void findsThatEverythingWasRemoved() {
        journal.anchor(anchors, CLOCK);
        tamper("TRUNCATE weir.journal");
        assertBroken(1, Fault.CUT_OFF);
    }

    @Test
    void findsThatTheWholeChainWasWrittenAnew() {
        journal.anchor(anchors, CLOCK);
        rewrite();
        assertThat(journal.verify(new FolderAnchors(folder.resolve("none")), checked -> {}))
                .as("the forged chain holds in itself")
                .isInstanceOf(Verification.Intact.class);
        assertBroken(20, Fault.ANCHOR_MISMATCH);
        assertThatThrownBy(() -> journal.anchor(anchors, CLOCK)).isInstanceOf(AnchorContradicted.class);
    }

    private void rewrite() {
        tamper("TRUNCATE weir.journal");
        for (int i = 1; i <= 20; i++) {
            journal.append(JournalTest.entry(0, i).detail("state", i == 7 ? "forged" : "s" + i));
        }
        journal.seal();
    }

    @Test
    void refusesAnAnchorThatIsNone() throws Exception {
        Files.writeString(folder.resolve("0000000000000000007.anchor"), "weir journal anchor 1\nsequence 7\n");
        assertThatThrownBy(anchors::list).hasMessageContaining("no anchor");
    }
}
