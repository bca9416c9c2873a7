package weir.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.platform.database.internal.FirstStart;
import weir.platform.database.internal.Postmaster;
import weir.platform.secret.Secret;

/// A PostgreSQL of this process's own, its data kept in a folder.
///
/// It listens on loopback only and asks for a password, which is made at the first start and kept in the folder
/// `secret`, readable by the owner. Every commit is synced to the disk.
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String SUPERUSER = "postgres";
    private static final String DATABASE = "weir";
    private static final Duration START_WAIT = Duration.ofSeconds(60);

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final DatabaseAddress address;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, DatabaseAddress address) {
        this.server = server;
        this.address = address;
    }

    /// Starts it, making it at the first start. A server that a killed process has left running is stopped before.
    ///
    /// @param folder   where its data is kept; no two processes may have it at once
    /// @param programs where PostgreSQL's programs are unpacked; may be shared
    /// @param port     0 for a free one
    /// @throws EmbeddedPostgresFailed when it does not start; the data is left as it is
    public static EmbeddedPostgres start(Path folder, Path programs, int port, RandomGenerator random) {
        try {
            Path data = folder.resolve("data").toAbsolutePath();
            FirstStart firstStart = new FirstStart(data);
            firstStart.clearUnfinished();
            Postmaster.of(data).stopWhatIsLeft();
            Files.createDirectories(folder);
            Path secretFile = folder.resolve("secret");
            boolean isFirst = !Files.exists(data.resolve("PG_VERSION"));
            if (isFirst) {
                firstStart.begin();
            }
            Secret password = isFirst ? newPassword(random) : Secret.of(Files.readString(secretFile).strip());
            var server = launch(data, programs, port, password);
            DatabaseAddress address = new DatabaseAddress(
                    "jdbc:postgresql://localhost:" + server.getPort() + "/" + DATABASE, SUPERUSER, password);
            EmbeddedPostgres started = new EmbeddedPostgres(server, address);
            if (isFirst) {
                started.furnish(data, secretFile);
                firstStart.end();
            }
            return started;
        } catch (IOException | SQLException | RuntimeException e) {
            throw new EmbeddedPostgresFailed(folder, e);
        }
    }

    /// The address of a server that another process has running in a folder; empty when none runs there.
    /// @throws EmbeddedPostgresFailed when the folder cannot be read
    public static Optional<DatabaseAddress> running(Path folder) {
        try {
            Optional<Integer> port = Postmaster.of(folder.resolve("data")).port();
            Path secretFile = folder.resolve("secret");
            if (port.isEmpty() || !Files.exists(secretFile)) {
                return Optional.empty();
            }
            return Optional.of(new DatabaseAddress(
                    "jdbc:postgresql://localhost:" + port.get() + "/" + DATABASE,
                    SUPERUSER,
                    Secret.of(Files.readString(secretFile).strip())));
        } catch (IOException e) {
            throw new EmbeddedPostgresFailed(folder, e);
        }
    }

    private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres launch(
            Path data, Path programs, int port, Secret password) throws IOException {
        var builder = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(programs.toFile())
                .setPGStartupWait(START_WAIT)
                .setConnectConfig("password", password.reveal())
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("log_timezone", "UTC")
                .setServerConfig("log_min_messages", "warning")
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic");
        if (port != 0) {
            builder.setPort(port);
        }
        return builder.start();
    }

    /// Sets the password, closes the door to whoever has none, and makes the database.
    private void furnish(Path data, Path secretFile) throws SQLException, IOException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            // The password is hexadecimal digits of our own.
            statement.execute("ALTER USER postgres PASSWORD '" + address.password().reveal() + "'");
            Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n", StandardCharsets.UTF_8);
            statement.execute("SELECT pg_reload_conf()");
            statement.execute("CREATE DATABASE " + DATABASE);
        }
        Path written = secretFile.resolveSibling("secret.new");
        Files.deleteIfExists(written);
        Files.createFile(written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(written, address.password().reveal());
        try (FileChannel synced = FileChannel.open(written, StandardOpenOption.WRITE)) {
            synced.force(true);
        }
        Files.move(written, secretFile, StandardCopyOption.ATOMIC_MOVE);
    }

    private Connection connect(String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://localhost:" + server.getPort() + "/" + database);
        source.setUser(SUPERUSER);
        source.setPassword(address.password().reveal());
        return source.getConnection();
    }

    private static Secret newPassword(RandomGenerator random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Secret.of(HexFormat.of().formatHex(bytes));
    }

    /// The address of its database `weir`.
    public DatabaseAddress address() {
        return address;
    }

    /// Stops it after its transactions under way are rolled back.
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("The embedded database did not stop in time. Nothing is lost: it recovers at the next start.", e);
        }
    }
}
