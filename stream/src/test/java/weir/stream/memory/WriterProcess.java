package weir.stream.memory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.random.RandomGenerator;

import weir.platform.broker.BrokerAddress;
import weir.platform.database.Database;
import weir.platform.database.DatabaseAddress;
import weir.platform.database.DatabaseSettings;
import weir.platform.secret.Secret;

/// A writer in a process of its own, to be killed or stopped.
final class WriterProcess implements AutoCloseable {

    private static final String SECURITY = "security.";

    private final Process process;

    private WriterProcess(Process process) {
        this.process = process;
    }

    /// Returns when it has begun.
    static WriterProcess start(Servers servers, Path folder) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("url", servers.databaseAddress().url());
        properties.setProperty("user", servers.databaseAddress().user());
        properties.setProperty("password", servers.databaseAddress().password().reveal());
        properties.setProperty("bootstrap", servers.brokerAddress().bootstrapServers());
        servers.brokerAddress().security().forEach((name, value) -> properties.setProperty(SECURITY + name, value));
        Path file = folder.resolve("writer.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        Process started = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx200m", "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                        Main.class.getName(), file.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.equals("begun")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("The writer's process ended before it began.");
        }
        return new WriterProcess(started);
    }

    /// Kill -9.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Holds it where it is, as a machine that does not answer.
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        if (new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor() != 0) {
            throw new IllegalStateException("The writer's process does not take a signal.");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static final class Main {

        private Main() {}

        public static void main(String[] args) throws Exception {
            Properties properties = new Properties();
            try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
                properties.load(in);
            }
            Map<String, String> security = new HashMap<>();
            properties.stringPropertyNames().stream()
                    .filter(name -> name.startsWith(SECURITY))
                    .forEach(name -> security.put(name.substring(SECURITY.length()), properties.getProperty(name)));
            DatabaseAddress address = new DatabaseAddress(
                    properties.getProperty("url"), properties.getProperty("user"), Secret.of(properties.getProperty("password")));
            try (Database database = Database.open(address, DatabaseSettings.usual(), List.of());
                    MemoryWriter writer = new MemoryWriter(
                            database, new BrokerAddress(properties.getProperty("bootstrap"), security),
                            (_, _, _, _, _, _, _) -> {}, RandomGenerator.getDefault())) {
                writer.start();
                System.out.println("begun");
                Thread.sleep(Long.MAX_VALUE);
            }
        }
    }
}
