package weir.app.handin;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import weir.app.terminal.Exit;
import weir.app.terminal.WrongUse;
import weir.platform.json.Json;

/// `weir deliveries`
@Command(
        name = "deliveries",
        description = "List what an organisation has handed in, the newest first, and what became of it.",
        footer = {
            "",
            "Exit code: 0 fine, 2 wrong use, 3 something outside failed.",
            "",
            "Example: weir deliveries --organisation BAD"
        })
public final class DeliveriesCommand implements Callable<Integer> {

    private static final int MOST = 1_000;

    private final Doors doors;

    @Option(names = "--organisation", paramLabel = "CODE", required = true, description = "Whose deliveries.")
    private String organisation = "";

    @Mixin
    private DoorOptions door = new DoorOptions();

    @Option(names = "--limit", paramLabel = "N", description = "Deliveries at most, 1 to 1000. Default: 100.")
    private int limit = 100;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public DeliveriesCommand(Doors doors) {
        this.doors = doors;
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 1 || limit > MOST) {
            throw new WrongUse("--limit must be a whole number from 1 to " + MOST + ".");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Door open = door.open(doors)) {
            JsonNode deliveries = open.deliveries(organisation, limit);
            if (json) {
                out.println(Json.write(deliveries));
            } else {
                deliveries.forEach(delivery -> print(out, delivery));
            }
        }
        out.flush();
        return Exit.OK;
    }

    private static void print(PrintWriter out, JsonNode delivery) {
        out.println(delivery.path("id").asString() + "  " + delivery.path("received_at").asString() + "  "
                + delivery.path("received_from").asString());
        for (JsonNode file : delivery.path("files")) {
            out.println(String.format(
                            Locale.ROOT, "  %-10s  %s  %s", file.path("state").asString(), file.path("file").asString(), counts(file))
                    .stripTrailing());
        }
    }

    private static String counts(JsonNode file) {
        return file.has("errors")
                ? file.path("rows_kept").asLong() + " rows, " + file.path("errors").asLong() + " errors, "
                        + file.path("warnings").asLong() + " warnings"
                : "";
    }
}
