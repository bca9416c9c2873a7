package weir.app.schema;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

import picocli.CommandLine;
import weir.engine.dataset.Datasets;

/// A terminal for one command: what it printed, what it said, how it ended.
public final class Screen {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final int exitCode;

    /// Runs a command with its words.
    public Screen(Object command, String... words) {
        exitCode = new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }

    /// The datasets this repository ships.
    public static Datasets shipped() {
        return Datasets.in(Path.of(System.getProperty("weir.root", "..")).resolve("datasets"));
    }

    public int exitCode() {
        return exitCode;
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }
}
