package weir.app.stream;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.app.serve.Surroundings;
import weir.app.settings.ServiceSettings;
import weir.app.settings.SettingsOptions;
import weir.app.terminal.Exit;
import weir.app.terminal.Progress;
import weir.app.terminal.Terminal;
import weir.app.terminal.WrongUse;
import weir.platform.json.Json;
import weir.platform.secret.Secret;
import weir.platform.settings.SettingValues;
import weir.stream.message.InvalidTopicName;
import weir.stream.message.TopicName;

/// `weir stream post`
@Command(
        name = "post",
        description = {
            "Post files of XML, CSV or JSON to a stream of a running service.",
            "What is wrong with them, weir stream errors tells."
        },
        footer = {"", "Example: weir stream post students.xml --to naplan.sifxml"})
final class PostCommand implements Callable<Integer> {

    private static final Map<String, String> TYPES =
            Map.of("xml", "application/xml", "csv", "text/csv", "json", "application/json");

    private final Terminal terminal;
    private final Supplier<Surroundings> surroundings;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Each is one document.")
    private List<Path> files = List.of();

    @Option(names = "--to", paramLabel = "TOPIC.STREAM", required = true, description = "The stream, as in naplan.sifxml.")
    private String stream = "";

    @Option(names = "--type", paramLabel = "TYPE", description = "xml, csv or json. Default: what the name of the file ends in.")
    private @Nullable String type;

    @Option(
            names = "--url",
            paramLabel = "ADDRESS",
            description = "The stream listener, such as https://weir.example.org:9292. Default: the one the settings name.")
    private @Nullable URI url;

    @Option(names = "--key", paramLabel = "FILE", description = "A file with the token of an API key.")
    private @Nullable Path key;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    PostCommand(Terminal terminal, Supplier<Surroundings> surroundings) {
        this.terminal = terminal;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        TopicName to = to();
        long bytes = 0;
        for (Path file : files) {
            type(file);
            bytes += Files.size(file);
        }
        List<Map<String, Object>> posted = new ArrayList<>();
        try (StreamDoor door = new StreamDoor(address(), secret());
                Progress progress = Progress.of(terminal, surroundings.get().clock(), "Posting", bytes)) {
            for (Path file : files) {
                String document = door.post(to, file, type(file), progress::at);
                long size = Files.size(file);
                progress.add(size);
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("file", file.toString());
                one.put("bytes", size);
                one.put("document", document);
                posted.add(one);
            }
        }
        print(posted);
        return Exit.OK;
    }

    private void print(List<Map<String, Object>> posted) {
        if (json) {
            spec.commandLine().getOut().println(Json.write(posted));
            spec.commandLine().getOut().flush();
        } else {
            posted.forEach(one -> terminal.say(one.get("file") + ": taken as document " + one.get("document")));
        }
    }

    private TopicName to() {
        try {
            return TopicName.parse(stream);
        } catch (InvalidTopicName e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    private String type(Path file) {
        String name = file.toString();
        String word = type == null ? name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) : type;
        return Optional.ofNullable(TYPES.get(word)).orElseThrow(() -> new WrongUse(type == null
                ? "The name of " + file + " does not end in .xml, .csv or .json: say what it is with --type."
                : "--type must be xml, csv or json."));
    }

    private URI address() {
        if (url != null) {
            return url;
        }
        SettingValues settings = options.read();
        int port = settings.get(ServiceSettings.STREAM_PORT);
        if (port == 0) {
            throw new WrongUse("The stream listener has any free port: say with --url where it listens.");
        }
        String host = settings.get(ServiceSettings.STREAM_HOST);
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    private Optional<Secret> secret() throws IOException {
        if (key == null) {
            return Optional.empty();
        }
        String token = Files.readString(key).strip();
        if (token.isEmpty() || token.chars().anyMatch(letter -> letter <= ' ' || letter > '~')) {
            throw new WrongUse("The file " + key + " must hold the token of an API key, and nothing else.");
        }
        return Optional.of(Secret.of(token));
    }
}
