package weir.app.handin;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import weir.app.terminal.Exit;
import weir.app.terminal.WrongUse;
import weir.platform.json.Json;

/// `weir returns`
@Command(
        name = "returns",
        description = {
            "List the returns of an organisation, and what the rules across records found in each.",
            "A return is all that was handed in of a dataset for a period. With --report, print what is to be mended in one."
        },
        footer = {
            "",
            "Exit code: 0 fine, 1 the report has errors, 2 wrong use, 3 something outside failed.",
            "",
            "Example: weir returns --organisation BAD --report ssda903/2024"
        })
public final class ReturnsCommand implements Callable<Integer> {

    private final Doors doors;

    @Option(names = "--organisation", paramLabel = "CODE", required = true, description = "Whose returns.")
    private String organisation = "";

    @Mixin
    private DoorOptions door = new DoorOptions();

    @Option(names = "--report", paramLabel = "DATASET/PERIOD", description = "Print the report of this return.")
    private @Nullable String report;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public ReturnsCommand(Doors doors) {
        this.doors = doors;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Door open = door.open(doors)) {
            JsonNode returns = open.returns(organisation);
            if (report != null) {
                JsonNode wanted = wanted(returns, report);
                out.println(open.returnReport(
                        organisation, wanted.path("dataset").asString(), wanted.path("period").asString(), json ? "json" : "text"));
                out.flush();
                return wanted.path("errors").asLong() == 0 ? Exit.OK : Exit.ISSUES;
            }
            if (json) {
                out.println(Json.write(returns));
            } else {
                returns.forEach(one -> print(out, one));
            }
        }
        out.flush();
        return Exit.OK;
    }

    private static JsonNode wanted(JsonNode returns, String name) {
        Optional<JsonNode> found =
                returns.valueStream().filter(one -> name(one).equals(name)).findFirst();
        return found.orElseThrow(() -> new WrongUse("There is no checked return " + name + ": "
                + (returns.isEmpty()
                        ? "there are none yet."
                        : "there are " + returns.valueStream().map(ReturnsCommand::name).collect(Collectors.joining(", ")) + ".")));
    }

    private static String name(JsonNode one) {
        return one.path("dataset").asString() + "/" + one.path("period").asString();
    }

    private static void print(PrintWriter out, JsonNode one) {
        out.println(String.format(
                Locale.ROOT, "%-24s  %d rules asked: %d errors, %d warnings", name(one), one.path("rules_asked").asInt(),
                one.path("errors").asLong(), one.path("warnings").asLong()));
        if (one.path("rules_not_asked").asInt() > 0) {
            out.println("  " + one.path("rules_not_asked").asInt() + " more could not be asked without "
                    + one.path("missing_tables").valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")) + ".");
        }
    }
}
