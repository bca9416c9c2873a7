package weir.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A small file system in memory, for the time of a test. Only root can have one.
public record Mount(Path place, boolean isMounted) implements AutoCloseable {

    public static Mount of(Path place, String options) throws IOException {
        Files.createDirectories(place);
        return new Mount(place, run("mount", "-t", "tmpfs", "-o", options, "tmpfs", place.toString()));
    }

    @Override
    public void close() throws IOException {
        if (isMounted && !run("umount", place.toString())) {
            throw new IOException("Unmount " + place + " by hand.");
        }
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException _) {
            return false;
        }
    }
}
