package weir.platform.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// A real PostgreSQL for the tests of this module: one server for all of them, a fresh database for each that asks.
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            Path target = target();
            EmbeddedPostgres started = EmbeddedPostgres.start(
                    target.resolve("test-postgres-" + ProcessHandle.current().pid()),
                    programs(),
                    0,
                    RandomGenerator.getDefault());
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
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

    /// A fresh, empty database with the platform's schema. Close it after use.
    public static Database fresh() {
        return Database.open(freshAddress(), DatabaseSettings.usual(), List.of(Migrations.PLATFORM));
    }

    /// The address of a fresh database without any schema.
    public static DatabaseAddress freshAddress() {
        DatabaseAddress server = Server.POSTGRES.address();
        String name = "test_" + COUNT.incrementAndGet();
        try (Database admin = Database.open(server, new DatabaseSettings(1, DatabaseSettings.usual().connectionWait()), List.of())) {
            admin.dataSource();
            try (var connection = admin.dataSource().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseAddress(server.url().replaceAll("/weir$", "/" + name), server.user(), server.password());
    }
}
