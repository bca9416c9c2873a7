package weir.app.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.awaitility.Awaitility;
import weir.app.Main;

/// `weir serve` in a process of its own, to be asked, killed and stopped.
final class RunningWeir implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Place place;
    private final List<String> java;
    private final List<String> words;
    private Process process;

    private RunningWeir(Place place, List<String> java, List<String> words) throws IOException {
        this.place = place;
        this.java = java;
        this.words = words;
        this.process = launch();
    }

    /// Starts it and waits until it is healthy.
    static RunningWeir start(Place place, String... words) throws IOException {
        return launch(place, words).awaitReady();
    }

    /// Starts it and does not wait.
    static RunningWeir launch(Place place, String... words) throws IOException {
        return new RunningWeir(place, QuickStart.java(), List.of(words));
    }

    /// The same with a Java of the caller's.
    static RunningWeir launch(Place place, List<String> java) throws IOException {
        return new RunningWeir(place, java, List.of());
    }

    /// Starts it again after its end and waits until it is healthy.
    void restart() throws IOException {
        process = launch();
        awaitReady();
    }

    private Process launch() throws IOException {
        Files.createDirectories(place.folder());
        Path settings = place.folder().resolve("weir.yaml");
        Files.writeString(settings, place.settings(), StandardCharsets.UTF_8);
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(Main.class.getName(), "serve", "--settings", settings.toString()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(place.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(place.log().toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("WEIR_"));
        environment.putAll(Map.of(
                "WEIR_DATA", place.data().toString(),
                "WEIR_WEB_PORT", Integer.toString(place.port()),
                "WEIR_STREAM_PORT", "0",
                "WEIR_ROLES", "web,worker,scheduler"));
        environment.putAll(place.environment());
        return builder.start();
    }

    RunningWeir awaitReady() throws IOException {
        Client client = client();
        Awaitility.await("ready").atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended with " + process.exitValue() + ":\n" + place.said());
            }
            return client.isReady();
        });
        return this;
    }

    Client client() {
        return new Client(place.address());
    }

    Place place() {
        return place;
    }

    Process process() {
        return process;
    }

    /// Kill -9.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// SIGTERM; waits for the end.
    /// @return the exit code
    int stop() throws InterruptedException {
        process.destroy();
        return exit();
    }

    /// Waits for the end.
    int exit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("It does not end.");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (ExecutionException | TimeoutException _) {
            process.destroyForcibly();
        }
    }
}
