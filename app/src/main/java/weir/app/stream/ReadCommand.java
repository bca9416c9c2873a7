package weir.app.stream;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weir.app.serve.Parts;
import weir.app.serve.Surroundings;
import weir.app.settings.SettingsOptions;
import weir.app.terminal.Exit;
import weir.app.terminal.Terminal;
import weir.app.terminal.WrongUse;
import weir.stream.message.InvalidTopicName;
import weir.stream.message.Level;
import weir.stream.message.TopicName;
import weir.stream.read.MessageForm;
import weir.stream.read.ReadRequest;

/// `weir stream read`
@Command(
        name = "read",
        description = {
            "Print the messages of a stream, of all its partitions.",
            "The journal keeps that you have read it. At the end, standard error says where to go on."
        },
        footer = {"", "Example: weir stream read naplan.sifxml --level low --limit 10"})
final class ReadCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Supplier<Surroundings> surroundings;

    @Parameters(index = "0", paramLabel = "TOPIC.STREAM", description = "The stream, as in naplan.sifxml.")
    private String name = "";

    @Option(names = "--level", paramLabel = "LEVEL", description = "How much is taken out: none, low, medium, high or extreme.")
    private @Nullable String level;

    @Option(
            names = "--from",
            paramLabel = "PLACE",
            defaultValue = "earliest",
            description = "Where to begin: earliest, latest, an offset of every partition, or what an earlier reading said"
                    + " (default: ${DEFAULT-VALUE}).")
    private String from = "";

    @Option(names = "--follow", description = "Wait for messages to come, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--limit", paramLabel = "N", description = "Messages at most.")
    private @Nullable Long limit;

    @Option(names = "--json", description = "Print a JSON object for each message, with its key, its offset and where to go on.")
    private boolean json;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    ReadCommand(Terminal terminal, Supplier<Surroundings> surroundings) {
        this.terminal = terminal;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        ReadRequest request = new ReadRequest(List.of(topic()), Reading.start(from), limit(), follow);
        try (Parts parts = new Parts(options.read(), surroundings.get())) {
            String place = new Reading(parts, terminal).show(request, json ? MessageForm.LINES : MessageForm.VALUES);
            terminal.say("Go on with --from " + place);
        }
        return Exit.OK;
    }

    private String topic() {
        try {
            TopicName stream = TopicName.parse(name);
            return Optional.ofNullable(level).map(word -> stream.at(known(word))).orElse(stream).name();
        } catch (InvalidTopicName e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    private static Level known(String word) {
        return Level.of(word).orElseThrow(() -> new WrongUse("--level must be none, low, medium, high or extreme."));
    }

    private long limit() {
        if (limit == null) {
            return Long.MAX_VALUE;
        }
        if (limit < 1) {
            throw new WrongUse("--limit must be 1 or more.");
        }
        return limit;
    }
}
