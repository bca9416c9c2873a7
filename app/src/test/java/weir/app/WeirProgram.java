package weir.app;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

import weir.app.terminal.Home;
import weir.app.terminal.Terminal;

/// The whole program in this process: a terminal that remembers, the shipped datasets, and a clock that stands still.
public final class WeirProgram {

    /// What time it is for the program.
    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Path datasets;
    private final InstantSource clock;

    private WeirProgram(Path datasets, InstantSource clock) {
        this.datasets = datasets;
        this.clock = clock;
    }

    /// What a command printed, what it said, how it ended.
    public record Ended(int exit, ByteArrayOutputStream bytes, String err) {

        public String out() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "exit " + exit + ", out:\n" + out() + "\nerr:\n" + err;
        }
    }

    /// With the datasets of this repository.
    public static WeirProgram shipped() {
        return withDatasets(root().resolve("datasets"));
    }

    public static WeirProgram withDatasets(Path folder) {
        return new WeirProgram(folder, InstantSource.fixed(NOW));
    }

    public WeirProgram at(Instant time) {
        return new WeirProgram(datasets, InstantSource.fixed(time));
    }

    /// With a clock that goes, for what is compared with other clocks.
    public WeirProgram inRealTime() {
        return new WeirProgram(datasets, InstantSource.system());
    }

    /// The root of the repository.
    public static Path root() {
        return Path.of(Objects.requireNonNull(
                System.getProperty("weir.root"), "Set -Dweir.root to the root of the repository."));
    }

    public Ended run(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Ended ended = printingTo(out, words);
        return new Ended(ended.exit(), out, ended.err());
    }

    /// Runs a command whose standard output is `out`; nothing of it is remembered.
    public Ended printingTo(OutputStream out, Object... words) {
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(out, new PrintWriter(err, true), false, 100);
        String[] args = new String[words.length];
        for (int i = 0; i < args.length; i++) {
            args[i] = words[i].toString();
        }
        int exit = Main.commandLine(terminal, new Home(datasets), clock).execute(args);
        return new Ended(exit, new ByteArrayOutputStream(), err.toString());
    }
}
