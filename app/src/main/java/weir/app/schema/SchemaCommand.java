package weir.app.schema;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Datasets;
import weir.engine.dataset.Difference;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.yaml.Nearest;

/// Shows the specifications: which there are, what one says, and what changed from year to year.
///
/// Exit codes: 0 shown, 2 wrong use, 3 the datasets could not be read.
@Command(
        name = "schema",
        description = "Show what the datasets' specifications say.",
        mixinStandardHelpOptions = true)
public final class SchemaCommand implements Runnable {

    private final Supplier<Datasets> datasets;

    @Spec
    private @Nullable CommandSpec spec;

    public SchemaCommand(Supplier<Datasets> datasets) {
        this.datasets = datasets;
    }

    @Override
    public void run() {
        throw new ParameterException(commandLine(), "Say what to show: list, show or diff.");
    }

    @Command(name = "list", description = "List the datasets.", mixinStandardHelpOptions = true)
    int list(@Option(names = "--json", description = "Print JSON.") boolean json) {
        DatasetChoice choice = choice();
        return choice.run(() -> {
            List<Dataset> all = choice.datasets().all();
            return print(json ? SchemaJson.of(all) : SchemaText.of(all));
        });
    }

    @Command(
            name = "show",
            description = "Show a dataset's tables, or the fields and codes of one table.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(index = "0", paramLabel = "DATASET", description = "The dataset, as in ssda903.") String dataset,
            @Parameters(index = "1", arity = "0..1", defaultValue = "", paramLabel = "TABLE",
                    description = "One of its tables.") String table,
            @Option(names = "--year", defaultValue = "", paramLabel = "YEAR",
                    description = "The year the rules hold for, as in 2020 (default: the latest).") String year,
            @Option(names = "--json", description = "Print JSON.") boolean json) {
        DatasetChoice choice = choice();
        return choice.run(() -> {
            Dataset chosen = choice.dataset(dataset);
            Specification version = choice.specification(chosen, year);
            if (table.isEmpty()) {
                return print(json ? SchemaJson.of(chosen, version) : SchemaText.of(chosen, version));
            }
            Table shown = table(choice, version, table);
            return print(json ? SchemaJson.of(shown) : SchemaText.of(chosen, shown));
        });
    }

    @Command(name = "diff", description = "Show what changed between two years.", mixinStandardHelpOptions = true)
    int diff(
            @Parameters(index = "0", paramLabel = "DATASET", description = "The dataset, as in ssda903.") String dataset,
            @Parameters(index = "1", paramLabel = "FROM", description = "The earlier year.") String from,
            @Parameters(index = "2", paramLabel = "TO", description = "The later year.") String to,
            @Option(names = "--json", description = "Print JSON.") boolean json) {
        DatasetChoice choice = choice();
        return choice.run(() -> {
            Dataset chosen = choice.dataset(dataset);
            List<Difference> differences =
                    Difference.between(choice.specification(chosen, from), choice.specification(chosen, to));
            return print(json ? SchemaJson.ofDifferences(differences) : SchemaText.of(differences, from, to));
        });
    }

    private static Table table(DatasetChoice choice, Specification version, String name) {
        List<String> known = version.tables().stream().map(table -> table.name().value()).toList();
        Optional<Table> found = version.tables().stream()
                .filter(table -> table.name().value().equalsIgnoreCase(name))
                .findFirst();
        return found.orElseThrow(() -> choice.wrong("The specification of " + version.since() + " has no table '" + name
                + "'; it has " + String.join(", ", known) + "." + Nearest.question(name, known)));
    }

    private int print(String text) {
        PrintWriter out = commandLine().getOut();
        out.print(text);
        out.flush();
        return 0;
    }

    private DatasetChoice choice() {
        return new DatasetChoice(datasets, commandLine());
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("The command runs only through its command line.");
        }
        return spec.commandLine();
    }
}
