package weir.platform.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import weir.engine.pipeline.FolderTree;
import weir.platform.unit.DataSize;

/// Runs SQL in DuckDB. Safe for many threads; as many run at once as the pool has threads, the others wait.
public final class Analysis implements AutoCloseable {

    private static final Duration LEAVE = Duration.ofSeconds(10);

    private final Path spill;
    private final DataSize memory;
    private final int cores;
    private final ExecutorService pool;

    /// @param spill  a folder for what does not fit the memory: it may hold values of records and is emptied
    /// @param memory what one run may take
    /// @param atOnce how many may run at once
    /// @param cores  processors that one run may use
    public Analysis(Path spill, DataSize memory, int atOnce, int cores) {
        this.spill = spill;
        this.memory = memory;
        this.cores = cores;
        this.pool = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().daemon().name("analysis-", 0).factory());
    }

    /// Work with a database.
    @FunctionalInterface
    public interface Work<T> {

        T in(Session session) throws IOException;
    }

    /// Loads DuckDB and opens a database on a thread of the pool, so that the first work need not wait for it. A fault is left
    /// for the work to meet.
    public void prepare() {
        var unused = pool.submit(() -> alone(_ -> Optional.empty()));
    }

    /// Does work with an empty database that is gone afterwards.
    ///
    /// @throws AnalysisFailed when a statement fails
    /// @throws IOException    when the work fails, or the thread is interrupted
    public <T> T run(Work<T> work) throws IOException {
        Future<T> result = pool.submit(() -> alone(work));
        try {
            return result.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException fault -> throw fault;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException("An analysis failed.", e);
            }
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("The analysis was interrupted. Nothing was kept.", e);
        }
    }

    private <T> T alone(Work<T> work) throws IOException {
        Files.createDirectories(spill);
        Path own = Files.createTempDirectory(spill, "spill-");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings(own))) {
            return work.in(new Session(connection));
        } catch (SQLException e) {
            throw new AnalysisFailed(e);
        } finally {
            FolderTree.delete(own);
        }
    }

    private Properties settings(Path own) {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", memory.bytes() + "B");
        settings.setProperty("threads", Integer.toString(cores));
        settings.setProperty("temp_directory", own.toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("preserve_insertion_order", "true");
        return settings;
    }

    /// Takes no more work and waits for what runs, so that nothing is written into the folder afterwards. A statement that takes
    /// longer than that ends with the process.
    @Override
    public void close() {
        pool.shutdownNow();
        try {
            pool.awaitTermination(LEAVE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
