package weir.app.stream;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weir.app.serve.Parts;
import weir.app.serve.Surroundings;
import weir.app.settings.SettingsOptions;
import weir.app.terminal.Exit;
import weir.app.terminal.Terminal;
import weir.platform.json.Json;
import weir.stream.replay.Replay;
import weir.stream.replay.ReplayRequest;
import weir.stream.replay.Replayed;

/// `weir stream replay`
@Command(
        name = "replay",
        description = {
            "Send dead letters, which no service could process, back to the streams they came from.",
            "Each is sent once: the next replay begins where this one ends. Mend what was wrong first."
        },
        footer = {"", "Example: weir stream replay --dry-run"})
final class ReplayCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Supplier<Surroundings> surroundings;

    @Option(names = "--service", paramLabel = "NAME", description = "Only those of this service; the others stay.")
    private @Nullable String service;

    @Option(
            names = "--from",
            paramLabel = "PLACE",
            description = "Where to begin: earliest, to send all that are kept once more, or a place in stream.dead."
                    + " Default: where the last replay ended.")
    private @Nullable String from;

    @Option(names = "--dry-run", description = "Only count.")
    private boolean isDry;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ReplayCommand(Terminal terminal, Supplier<Surroundings> surroundings) {
        this.terminal = terminal;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        ReplayRequest request = new ReplayRequest(
                Optional.ofNullable(service), Optional.ofNullable(from).map(Reading::start), isDry);
        try (Parts parts = new Parts(options.read(), surroundings.get())) {
            List<Replayed> met = new Replay(parts.broker()).run(request);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.write(met.stream().map(ReplayCommand::shown).toList()));
            } else {
                met.forEach(one -> out.println(String.format(
                        Locale.ROOT, "%8d  %-6s  %s, %s: %s", one.letters(), one.isSent() ? "sent" : "stay", one.topic(), one.service(),
                        one.reason())));
            }
            out.flush();
            long sent = met.stream().filter(Replayed::isSent).mapToLong(Replayed::letters).sum();
            terminal.say(isDry ? sent + " dead letters would be sent back. Nothing was changed." : sent + " dead letters were sent back.");
        }
        return Exit.OK;
    }

    private static Map<String, Object> shown(Replayed one) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("topic", one.topic());
        shown.put("service", one.service());
        shown.put("reason", one.reason());
        shown.put("sent", one.isSent());
        shown.put("letters", one.letters());
        return shown;
    }
}
