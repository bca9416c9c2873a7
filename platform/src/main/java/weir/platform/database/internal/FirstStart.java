package weir.platform.database.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The making of a database, which a kill may interrupt anywhere. As long as the file `unfinished` stands beside it,
/// nobody has been given the database, so nothing can be lost: it is made anew.
public final class FirstStart {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path data;
    private final Path mark;

    public FirstStart(Path data) {
        this.data = data;
        this.mark = data.resolveSibling("unfinished");
    }

    /// Clears away what a first start has left that was interrupted; does nothing when it came to its end.
    public void clearUnfinished() throws IOException {
        if (Files.exists(mark)) {
            LOG.info("The first start of the database was interrupted. Nothing had been stored; it is made anew.");
            endItsProcesses();
            delete(data);
        }
    }

    public void begin() throws IOException {
        if (!Files.exists(mark)) {
            Files.createFile(mark);
        }
    }

    public void end() throws IOException {
        Files.delete(mark);
    }

    /// They would go on writing, and clean up after themselves in the new database.
    private void endItsProcesses() throws IOException {
        List<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream().flatMap(Arrays::stream).anyMatch(data.toString()::equals))
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .distinct()
                .toList();
        left.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : left) {
            awaitEnd(process);
        }
    }

    private static void awaitEnd(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("The process " + process.pid() + " of an interrupted start does not end: stop it by hand.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The start was interrupted.", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
