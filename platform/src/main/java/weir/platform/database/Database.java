package weir.platform.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// The pool of connections. Safe for any number of threads.
///
/// When the server goes away, work fails with [DatabaseUnavailable] until it is back; nobody needs to open anew.
public final class Database implements AutoCloseable {

    private final DatabaseAddress address;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(DatabaseAddress address, HikariDataSource pool) {
        this.address = address;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /// Makes the pool and runs the migrations that are due, under a lock: processes may start together.
    /// @throws DatabaseUnavailable when the server does not answer in the time to wait for a connection
    /// @throws MigrationFailed     when a schema could not be brought up to date; it is then as it was
    public static Database open(DatabaseAddress address, DatabaseSettings settings, List<Migrations> migrations) {
        HikariDataSource pool = new HikariDataSource(pool(address, settings));
        try {
            Database database = new Database(address, pool);
            database.ping();
            migrations.forEach(database::migrate);
            return database;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariConfig pool(DatabaseAddress address, DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password().reveal());
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(Math.min(2, settings.poolSize()));
        config.setConnectionTimeout(settings.connectionWait().toMillis());
        config.setValidationTimeout(Math.min(2_000, settings.connectionWait().toMillis()));
        config.setInitializationFailTimeout(-1);
        Properties driver = new Properties();
        driver.setProperty("connectTimeout", "5");
        driver.setProperty("socketTimeout", "60");
        driver.setProperty("tcpKeepAlive", "true");
        driver.setProperty("ApplicationName", "weir");
        driver.setProperty("logServerErrorDetail", "false");
        config.setDataSourceProperties(driver);
        return config;
    }

    /// Brings a schema up to date.
    /// @throws MigrationFailed when it could not; it is then as it was
    public void migrate(Migrations migrations) {
        migrate(migrations, "latest");
    }

    /// Brings a schema up to a version and no further, for tables that are to be filled from a backup.
    /// @param version as [SchemaVersion] has it
    /// @throws MigrationFailed when it could not; it is then as it was
    public void migrate(Migrations migrations, String version) {
        try {
            flyway(migrations).target(version).load().migrate();
        } catch (FlywayException e) {
            throw new MigrationFailed(migrations.schema(), e);
        }
    }

    /// How far a schema is brought, and how far this program would bring it. Nothing is changed.
    public SchemaVersion version(Migrations migrations) {
        Flyway flyway = flyway(migrations).createSchemas(false).load();
        return guarded(() -> new SchemaVersion(
                migrations.schema(),
                Optional.ofNullable(flyway.info().current()).map(MigrationInfo::getVersion).map(MigrationVersion::getVersion).orElse(""),
                Arrays.stream(flyway.info().all())
                        .filter(one -> one.getState().isResolved())
                        .map(MigrationInfo::getVersion)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .map(MigrationVersion::getVersion)
                        .orElse("")));
    }

    /// Deletes a schema with all that is in it, to undo a restore that failed.
    public void drop(Migrations migrations) {
        change(transaction -> transaction.handle()
                .createUpdate("DROP SCHEMA IF EXISTS <schema> CASCADE")
                .define("schema", "\"" + migrations.schema() + "\"")
                .execute());
    }

    private FluentConfiguration flyway(Migrations migrations) {
        return Flyway.configure()
                .dataSource(pool)
                .schemas(migrations.schema())
                .defaultSchema(migrations.schema())
                .createSchemas(true)
                .locations("classpath:" + migrations.location())
                .validateMigrationNaming(true)
                .loggers("slf4j");
    }

    /// Work that reads and changes nothing.
    @FunctionalInterface
    public interface Work<T> {

        T in(Transaction transaction);
    }

    /// Work that gives nothing back.
    @FunctionalInterface
    public interface Change {

        void in(Transaction transaction);
    }

    /// Runs reading work in one transaction that sees one moment.
    /// @throws DatabaseUnavailable when the server cannot be reached
    public <T> T read(Work<T> work) {
        return guarded(() -> {
            try (Handle handle = jdbi.open()) {
                return handle.setReadOnly(true).inTransaction(
                        TransactionIsolationLevel.REPEATABLE_READ, inside -> work.in(new Transaction(inside)));
            }
        });
    }

    /// Runs work in one transaction: all of it happens, or none. Work within work has a transaction of its own.
    /// @throws DatabaseUnavailable when the server cannot be reached. When it went away during the commit itself, the
    ///     work may have happened: work is written so that doing it again does no harm.
    public <T> T write(Work<T> work) {
        return guarded(() -> {
            try (Handle handle = jdbi.open()) {
                return handle.inTransaction(inside -> work.in(new Transaction(inside)));
            }
        });
    }

    /// The same for work that gives nothing back.
    public void change(Change work) {
        write(transaction -> {
            work.in(transaction);
            return true;
        });
    }

    /// Asks the server for nothing, to see that it is there.
    /// @throws DatabaseUnavailable when it is not
    public void ping() {
        read(transaction -> transaction.handle().createQuery("SELECT 1").mapTo(Integer.class).one());
    }

    /// How many connections are in use.
    public int activeConnections() {
        return pool.getHikariPoolMXBean() == null ? 0 : pool.getHikariPoolMXBean().getActiveConnections();
    }

    /// For libraries that take a data source.
    public DataSource dataSource() {
        return pool;
    }

    public DatabaseAddress address() {
        return address;
    }

    /// How long work waits for a connection.
    public Duration connectionWait() {
        return Duration.ofMillis(pool.getConnectionTimeout());
    }

    private interface Attempt<T> {

        T run();
    }

    private <T> T guarded(Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (RuntimeException e) {
            if (isUnreachable(e)) {
                throw new DatabaseUnavailable(address.place(), e);
            }
            throw e;
        }
    }

    /// Whether the server, not the statement, is at fault: classes 08 (connection), 57P (shutting down) and 53 (out of
    /// resources, a full disk among them) of the SQL states in appendix A of PostgreSQL's manual.
    private static boolean isUnreachable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectionException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
            }
        }
        return false;
    }

    @Override
    public void close() {
        pool.close();
    }
}
