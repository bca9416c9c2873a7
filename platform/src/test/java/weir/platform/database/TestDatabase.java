package weir.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// A real PostgreSQL for the tests of this module: one server for all of them, a fresh database for each that asks.
///
/// The schema is made once and copied.
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    private static final class Server {
        private static final String PATTERN = "pattern";
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            Path target = target();
            EmbeddedPostgres started = EmbeddedPostgres.start(
                    target.resolve("test-postgres-" + ProcessHandle.current().pid()),
                    programs(),
                    0,
                    RandomGenerator.getDefault());
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            execute(started.address(), "CREATE DATABASE " + PATTERN);
            Database.open(named(started.address(), PATTERN), DatabaseSettings.usual(), List.of(Migrations.PLATFORM)).close();
            return started;
        }
    }

    /// Where PostgreSQL's programs are unpacked once for all tests.
    public static Path programs() {
        return target().resolve("postgres-programs");
    }

    private static Path target() {
        String root = Objects.requireNonNull(System.getProperty("weir.root"), "Set -Dweir.root to the root of the repository.");
        return Path.of(root, "platform", "target");
    }

    /// A fresh database with the platform's schema and nothing in it. Close it after use.
    public static Database fresh() {
        return Database.open(furnishedAddress(), DatabaseSettings.usual(), List.of());
    }

    /// The address of a fresh database with the platform's schema.
    public static DatabaseAddress furnishedAddress() {
        return made(" TEMPLATE " + Server.PATTERN);
    }

    /// The address of a fresh database without any schema.
    public static DatabaseAddress freshAddress() {
        return made("");
    }

    private static DatabaseAddress made(String terms) {
        DatabaseAddress server = Server.POSTGRES.address();
        String name = "test_" + COUNT.incrementAndGet();
        execute(server, "CREATE DATABASE " + name + terms);
        return named(server, name);
    }

    private static DatabaseAddress named(DatabaseAddress server, String name) {
        return new DatabaseAddress(server.url().replaceAll("/weir$", "/" + name), server.user(), server.password());
    }

    private static DatabaseSettings few() {
        return new DatabaseSettings(1, DatabaseSettings.usual().connectionWait());
    }

    private static void execute(DatabaseAddress server, String... statements) {
        try (Database admin = Database.open(server, few(), List.of());
                Connection connection = admin.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
