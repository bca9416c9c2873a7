package weir.app.handin;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import weir.app.terminal.Exit;
import weir.app.terminal.Terminal;
import weir.app.terminal.WrongUse;
import weir.platform.json.Json;

/// `weir withdraw`
@Command(
        name = "withdraw",
        description = {
            "Take back what an organisation has handed in of a dataset, in one period or altogether.",
            "Its rows leave the outputs, and everything kept of them is erased. This cannot be undone."
        },
        footer = {
            "",
            "Exit code: 0 fine, 2 wrong use, 3 something outside failed.",
            "",
            "Example: weir withdraw --organisation BAD --dataset ssda903 --period 2024 --yes"
        })
public final class WithdrawCommand implements Callable<Integer> {

    private final Doors doors;
    private final Terminal terminal;

    @Option(names = "--organisation", paramLabel = "CODE", required = true, description = "Who takes back.")
    private String organisation = "";

    @Option(names = "--dataset", paramLabel = "NAME", required = true, description = "What is taken back.")
    private String dataset = "";

    @Option(names = "--period", paramLabel = "PERIOD", description = "Only this one: 2024, 2024-06 or 2024-autumn. Default: all.")
    private @Nullable String period;

    @Option(names = "--yes", description = "Do it.")
    private boolean isMeant;

    @Mixin
    private DoorOptions door = new DoorOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public WithdrawCommand(Doors doors, Terminal terminal) {
        this.doors = doors;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Optional<String> only = Optional.ofNullable(period);
        if (!isMeant) {
            throw new WrongUse("This takes back and erases all that " + organisation + " has handed in of " + dataset
                    + only.map(text -> " for " + text).orElse("") + ". Say --yes if that is meant.");
        }
        try (Door open = door.open(doors)) {
            JsonNode withdrawn = open.withdraw(organisation, dataset, only);
            if (json) {
                PrintWriter out = spec.commandLine().getOut();
                out.println(Json.write(withdrawn));
                out.flush();
            }
            terminal.say("Taken back: " + withdrawn.path("tables").asInt() + " tables, and " + withdrawn.path("files").asInt()
                    + " whole files.");
        }
        return Exit.OK;
    }
}
