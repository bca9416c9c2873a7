package weir.platform.database.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server process of a data folder, known by its file `postmaster.pid`.
///
/// When a Java process is killed, the server it has started stays. It is stopped here before a new one starts.
public final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path pidFile;

    private Postmaster(Path pidFile) {
        this.pidFile = pidFile;
    }

    public static Postmaster of(Path data) {
        return new Postmaster(data.resolve("postmaster.pid"));
    }

    /// Stops the server that still has the folder, if there is one; first politely, then at once.
    /// @throws IOException when it cannot be stopped
    public void stopWhatIsLeft() throws IOException {
        Optional<ProcessHandle> left = running();
        if (left.isEmpty()) {
            return;
        }
        LOG.info("A database of a process that was killed still runs and is stopped. pid={}", left.get().pid());
        if (!stopped(left.get(), "INT") && !stopped(left.get(), "QUIT")) {
            throw new IOException("The database with process id " + left.get().pid() + " does not stop: stop it by hand.");
        }
    }

    /// The port of a server that runs and takes connections: line 4 of its file is the port, line 8 says `ready`.
    /// Source: PostgreSQL 18, src/include/utils/pidfile.h.
    public Optional<Integer> port() throws IOException {
        List<String> lines = lines();
        boolean isReady = lines.size() >= 8 && lines.get(7).strip().equals("ready") && lines.get(3).strip().matches("[0-9]{1,5}");
        return isReady && running().isPresent() ? Optional.of(Integer.parseInt(lines.get(3).strip())) : Optional.empty();
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(pidFile);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private Optional<ProcessHandle> running() throws IOException {
        List<String> lines = lines();
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(Postmaster::isPostgres);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info().command().map(Path::of).map(Path::getFileName).map(Path::toString).orElse("postgres")
                        .startsWith("postgres");
    }

    private static boolean stopped(ProcessHandle process, String signal) throws IOException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
