package weir.platform.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.platform.process.ChildJvm;
import weir.platform.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Order(1)
final class EmbeddedPostgresTest {

    @TempDir
    private Path folder;

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, TestDatabase.programs(), 0, RandomGenerator.getDefault());
    }

    private static Database open(DatabaseAddress address) {
        return Database.open(address, DatabaseSettings.usual(), List.of(Migrations.PLATFORM));
    }

    private static String ask(Database database, String sql) {
        return database.read(tx -> tx.handle().createQuery(sql).mapTo(String.class).one());
    }

    @Test
    void keepsItsDataWhenStartedAgain() {
        try (EmbeddedPostgres first = start();
                Database database = open(first.address())) {
            database.change(tx -> tx.handle().execute("CREATE TABLE kept AS SELECT 'kept' AS word"));
        }
        try (EmbeddedPostgres second = start();
                Database database = open(second.address())) {
            assertThat(ask(database, "SELECT word FROM kept")).isEqualTo("kept");
        }
    }

    @Test
    void syncsEachCommitAndLogsNoStatements() {
        try (EmbeddedPostgres server = start();
                Database database = open(server.address())) {
            assertThat(ask(database, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(database, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(database, "SHOW log_min_error_statement")).isEqualTo("panic");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        try (EmbeddedPostgres server = start()) {
            DatabaseAddress known = server.address();
            DatabaseAddress guessed = new DatabaseAddress(known.url(), known.user(), Secret.of("guessed"));
            assertThatThrownBy(() -> open(guessed).close()).hasStackTraceContaining("password authentication failed");
            assertThat(folder.resolve("secret")).isReadable();
        }
    }

    @Test
    void stopsTheServerThatAKilledProcessLeftAndKeepsWhatItCommitted() throws Exception {
        try (ChildJvm child = ChildJvm.start(Child.class, folder)) {
            child.awaitLine("committed");
            child.kill();
        }
        try (EmbeddedPostgres server = start();
                Database database = open(server.address())) {
            assertThat(ask(database, "SELECT word FROM kept")).isEqualTo("kept");
        }
    }

    @Test
    void isMadeAnewWhenItsFirstStartWasKilledAtAnyMoment() throws Exception {
        SplittableRandom random = new SplittableRandom(20261122);
        for (int round = 0; round < 2; round++) {
            Path fresh = folder.resolve("round-" + round);
            try (ChildJvm child = ChildJvm.start(Child.class, fresh)) {
                Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> Files.exists(fresh.resolve("unfinished")));
                TimeUnit.MILLISECONDS.sleep(random.nextInt(1_500));
                child.kill();
            }
            try (EmbeddedPostgres server = EmbeddedPostgres.start(fresh, TestDatabase.programs(), 0, RandomGenerator.getDefault());
                    Database database = open(server.address())) {
                assertThat(ask(database, "SELECT 'there'")).isEqualTo("there");
                assertThat(fresh.resolve("unfinished")).doesNotExist();
            }
        }
    }

    static final class Child {
        public static void main(String[] args) throws InterruptedException {
            EmbeddedPostgres server =
                    EmbeddedPostgres.start(Path.of(args[0]), TestDatabase.programs(), 0, RandomGenerator.getDefault());
            Database database = open(server.address());
            database.change(tx -> tx.handle().execute("CREATE TABLE kept AS SELECT 'kept' AS word"));
            System.out.println("committed");
            Thread.sleep(600_000);
        }
    }
}
