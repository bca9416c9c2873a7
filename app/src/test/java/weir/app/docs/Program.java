package weir.app.docs;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

import picocli.CommandLine;
import weir.app.Main;
import weir.app.terminal.Home;
import weir.app.terminal.Terminal;

/// The whole program, run in this process on a fixed day: what it printed, what it said, how it ended.
final class Program {

    private static final InstantSource DAY = InstantSource.fixed(Instant.parse("2026-11-02T10:00:00Z"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();
    private final CommandLine commands;

    Program(Path datasets) {
        Terminal terminal = new Terminal(out, new PrintWriter(err, true), false, 80);
        commands = Main.commandLine(terminal, new Home(datasets), DAY);
    }

    static Program shipped() {
        return new Program(Repository.root().resolve("datasets"));
    }

    /// Runs a command and gives its exit code.
    int run(String... words) {
        return commands.execute(words);
    }

    CommandLine commands() {
        return commands;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString();
    }
}
