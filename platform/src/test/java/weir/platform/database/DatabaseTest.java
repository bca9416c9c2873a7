package weir.platform.database;

import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import weir.platform.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class DatabaseTest {

    @Test
    void rollsBackTheWholeOfFailedWork() {
        try (Database database = TestDatabase.fresh()) {
            database.change(tx -> tx.handle().execute("CREATE TABLE number (n int)"));
            assertThatThrownBy(() -> database.change(tx -> {
                tx.handle().execute("INSERT INTO number VALUES (1)");
                throw new IllegalStateException("changed its mind");
            })).hasMessage("changed its mind");
            assertThat(count(database)).isZero();
        }
    }

    @Test
    void keepsWorkWithinFailedWorkForItHasATransactionOfItsOwn() {
        try (Database database = TestDatabase.fresh()) {
            database.change(tx -> tx.handle().execute("CREATE TABLE number (n int)"));
            assertThatThrownBy(() -> database.change(_ -> {
                database.change(inner -> inner.handle().execute("INSERT INTO number VALUES (1)"));
                throw new IllegalStateException("changed its mind");
            })).hasMessage("changed its mind");
            assertThat(count(database)).isOne();
        }
    }

    @Test
    void refusesToWriteInReadingWork() {
        try (Database database = TestDatabase.fresh()) {
            database.change(tx -> tx.handle().execute("CREATE TABLE number (n int)"));
            assertThatThrownBy(() -> database.read(tx -> tx.handle().execute("INSERT INTO number VALUES (1)")))
                    .hasStackTraceContaining("read-only");
        }
    }

    @Test
    void bringsTheSchemaUpToDateOnceWhenManyStartTogether() throws Exception {
        DatabaseAddress address = TestDatabase.freshAddress();
        List<Thread> starters = IntStream.range(0, 4)
                .mapToObj(i -> Thread.ofPlatform().start(() ->
                        Database.open(address, DatabaseSettings.usual(), List.of(Migrations.PLATFORM)).close()))
                .toList();
        for (Thread starter : starters) {
            starter.join();
        }
        try (Database database = Database.open(address, DatabaseSettings.usual(), List.of(Migrations.PLATFORM))) {
            String failed = "SELECT count(*) FROM weir.flyway_schema_history WHERE NOT success OR version IS NULL AND type = 'SQL'";
            int found = database.read(tx -> tx.handle().createQuery(failed).mapTo(Integer.class).one());
            assertThat(found).isZero();
        }
    }

    @Test
    void saysThatItIsUnavailableWithoutThePassword() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        DatabaseAddress nowhere = new DatabaseAddress(
                "jdbc:postgresql://localhost:" + port + "/weir?sslpassword=swordfish", "weir", Secret.of("swordfish"));
        assertThatThrownBy(() -> Database.open(nowhere, new DatabaseSettings(2, Duration.ofMillis(500)), List.of()).close())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("localhost:" + port + "/weir cannot be reached")
                .hasMessageNotContaining("swordfish");
    }

    private static int count(Database database) {
        return database.read(tx -> tx.handle().createQuery("SELECT count(*) FROM number").mapTo(Integer.class).one());
    }
}
