package weir.app.stream;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import weir.app.serve.Parts;
import weir.app.serve.Surroundings;
import weir.app.settings.SettingsOptions;
import weir.app.terminal.Exit;
import weir.app.terminal.Terminal;
import weir.stream.read.MessageForm;
import weir.stream.read.ReadRequest;
import weir.stream.read.ReadRoutes;

/// `weir stream errors`
@Command(
        name = "errors",
        description = {
            "Print what was found wrong with what was posted: CSV, XML, registration, and the reports of files.",
            "It may name persons: the journal keeps that you have read it."
        },
        footer = {"", "Example: weir stream errors --follow"})
final class ErrorsCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Supplier<Surroundings> surroundings;

    @Option(
            names = "--from",
            paramLabel = "PLACE",
            description = "Where to begin: earliest, latest, or what an earlier reading said. Default: earliest; with --follow, latest.")
    private @Nullable String from;

    @Option(names = "--follow", description = "Wait for errors to come, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--json", description = "Print a JSON object for each.")
    private boolean json;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    ErrorsCommand(Terminal terminal, Supplier<Surroundings> surroundings) {
        this.terminal = terminal;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        String usual = follow ? "latest" : "earliest";
        ReadRequest request =
                new ReadRequest(List.copyOf(ReadRoutes.ERROR_TOPICS), Reading.start(from == null ? usual : from), Long.MAX_VALUE, follow);
        try (Parts parts = new Parts(options.read(), surroundings.get())) {
            String place = new Reading(parts, terminal).show(request, json ? MessageForm.ERROR_LINES : MessageForm.ERROR_TEXT);
            terminal.say("Go on with --from " + place);
        }
        return Exit.OK;
    }
}
