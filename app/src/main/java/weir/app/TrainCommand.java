package weir.app;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import weir.app.terminal.Exit;
import weir.app.terminal.Home;
import weir.app.terminal.Terminal;

/// Runs the usual commands once, so that the AOT cache knows their classes. The launcher calls it after a build.
@Command(name = "train", hidden = true, description = "Run the usual commands once to record the AOT cache.")
final class TrainCommand implements Callable<Integer> {

    private final Home home;
    private final InstantSource clock;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "A folder that does not exist.")
    private Path folder = Path.of("");

    TrainCommand(Home home, InstantSource clock) {
        this.home = home;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        String returns = folder.resolve("returns-BAD").toString();
        String cleaned = folder.resolve("cleaned").toString();
        String xml = folder.resolve("xml-BAD").toString();
        List<List<String>> commands = List.of(
                List.of("--help"),
                List.of("generate", "ssda903", "--children", "300", "--faults", "0.05", returns),
                List.of("check", returns),
                List.of("check", "--json", returns),
                List.of("check", "--csv", "--html", folder.resolve("report.html").toString(), returns),
                List.of("clean", returns, cleaned),
                List.of("generate", "cin", "--children", "6000", "--years", "2025-2025", xml),
                List.of("check", "--csv", xml),
                List.of("schema", "list"),
                List.of("audit", "ssda903"));
        for (List<String> command : commands) {
            Terminal silent = new Terminal(
                    OutputStream.nullOutputStream(),
                    new PrintWriter(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                    false,
                    80);
            CommandLine line = Main.commandLine(silent, home, clock);
            line.execute(command.toArray(String[]::new));
        }
        return Exit.OK;
    }
}
