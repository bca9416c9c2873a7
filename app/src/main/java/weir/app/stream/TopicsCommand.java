package weir.app.stream;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weir.app.serve.Parts;
import weir.app.serve.Surroundings;
import weir.app.settings.SettingsOptions;
import weir.app.terminal.Exit;
import weir.platform.json.Json;
import weir.stream.read.StreamList;

/// `weir stream topics`
@Command(
        name = "topics",
        description = {
            "List the streams: how many partitions each has, how many messages are kept, how many came in the last minute.",
            "The counts are the broker's; a transaction counts as one message more in each partition it wrote to."
        },
        footer = {"", "Example: weir stream topics --data weir-data"})
final class TopicsCommand implements Callable<Integer> {

    private static final String FORM = "%-40s %10s %12s %12s";

    private final Supplier<Surroundings> surroundings;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    TopicsCommand(Supplier<Surroundings> surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Surroundings here = surroundings.get();
        try (Parts parts = new Parts(options.read(), here)) {
            List<StreamList.Counted> counted = new StreamList(parts.broker(), here.clock()).counted();
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.write(counted.stream().map(TopicsCommand::shown).toList()));
            } else {
                out.println(String.format(Locale.ROOT, FORM, "stream", "partitions", "messages", "last minute"));
                counted.forEach(one -> out.println(String.format(
                        Locale.ROOT, FORM, one.name(), one.partitions(), one.messages(), one.lastMinute())));
            }
            out.flush();
        }
        return Exit.OK;
    }

    private static Map<String, Object> shown(StreamList.Counted one) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("stream", one.name());
        shown.put("partitions", one.partitions());
        shown.put("messages", one.messages());
        shown.put("last_minute", one.lastMinute());
        return shown;
    }
}
