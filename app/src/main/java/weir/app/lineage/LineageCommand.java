package weir.app.lineage;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.app.serve.Parts;
import weir.app.serve.Surroundings;
import weir.app.settings.ServiceSettings;
import weir.app.settings.SettingsOptions;
import weir.app.terminal.Exit;
import weir.app.terminal.WrongUse;
import weir.collect.lineage.Lineage;
import weir.collect.lineage.Origin;
import weir.collect.lineage.UnknownOutput;
import weir.collect.workspace.Workspace;
import weir.engine.audit.Audit;
import weir.engine.audit.AuditLine;
import weir.engine.audit.Fate;
import weir.engine.dataset.Datasets;
import weir.engine.pipeline.FolderTree;
import weir.platform.analysis.Analysis;
import weir.platform.json.Json;
import weir.platform.unit.DataSize;

/// `weir lineage`
@Command(
        name = "lineage",
        description = "Name the delivery, file, row and rules behind rows of an output.",
        footer = {
            "",
            "Exit code: 0 found, 1 no row has these values, 2 wrong use, 3 something outside failed.",
            "",
            "Example: weir lineage PAN_ssda903_episodes CHILD=1001_BAD DECOM=2024-05-06"
        })
public final class LineageCommand implements Callable<Integer> {

    private static final DataSize MEMORY = DataSize.ofMegabytes(512);

    private final Supplier<Datasets> datasets;
    private final Supplier<Surroundings> surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Parameters(index = "0", paramLabel = "OUTPUT", description = "An output's name, as in PAN_ssda903_episodes.")
    private String output = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "COLUMN=VALUE",
            description = "What the row has in these columns, as the CSV shows it.")
    private List<String> key = new ArrayList<>();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public LineageCommand(Supplier<Datasets> datasets, Supplier<Surroundings> surroundings) {
        this.datasets = datasets;
        this.surroundings = surroundings;
    }

    /// A rule that made the row what it is.
    private record Rule(String field, String fate, String rule, String clause, String clauseText) {}

    /// A control of the whole output.
    private record Control(String rule, String clause, String clauseText) {}

    private record Found(String output, List<Origin> rows, List<Rule> rules, List<Control> controls) {}

    @Override
    public Integer call() throws IOException {
        try {
            Lineage.Output wanted = Lineage.Output.parse(output, datasets.get().all());
            Found found = new Found(output, origins(wanted), rules(wanted), controls(wanted));
            print(found);
            return found.rows().isEmpty() ? Exit.ISSUES : Exit.OK;
        } catch (UnknownOutput e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    private List<Origin> origins(Lineage.Output wanted) throws IOException {
        Path work = options.read().path(ServiceSettings.DATA)
                .resolve("work")
                .resolve("lineage-" + ProcessHandle.current().pid());
        try (Parts parts = new Parts(options.read(), surroundings.get());
                Analysis analysis = new Analysis(work.resolve("analysis"), MEMORY, 1, 2)) {
            var database = parts.database();
            return new Lineage(database, parts.objects(), Workspace.in(work), analysis).of(wanted, values());
        } finally {
            FolderTree.delete(work);
        }
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : key) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new WrongUse("Give the row's key as COLUMN=VALUE, as in CHILD=1001_BAD.");
            }
            values.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return values;
    }

    private static List<Rule> rules(Lineage.Output wanted) {
        return Audit.of(wanted.dataset(), List.of(wanted.useCase())).lines().stream()
                .filter(line -> line.table().equals(wanted.table()) && line.fate() != Fate.REMOVED)
                .map(LineageCommand::rule)
                .toList();
    }

    private static List<Control> controls(Lineage.Output wanted) {
        return Audit.of(wanted.dataset(), List.of(wanted.useCase())).controls().stream()
                .filter(control -> !control.isReport() && control.output().equals(wanted.table().value()))
                .map(control -> new Control(control.description(), control.clause(), control.clauseText()))
                .toList();
    }

    private static Rule rule(AuditLine line) {
        return new Rule(line.field().value(), line.fate().word(), line.description(), line.clause(), line.clauseText());
    }

    private void print(Found found) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(found));
        } else {
            found.rows().forEach(row -> print(out, row));
            if (found.rows().isEmpty()) {
                out.println("No row of the current " + output + " has these values.");
            } else {
                out.println("Rules of " + output + ":");
                found.rules().forEach(rule ->
                        out.println("  " + rule.field() + ": " + rule.rule() + " (clause " + rule.clause() + ")"));
                found.controls().forEach(control -> out.println("  " + control.rule() + " (clause " + control.clause() + ")"));
            }
        }
        out.flush();
    }

    private static void print(PrintWriter out, Origin row) {
        out.println("Row " + row.row() + " of " + row.file() + ", period " + row.period());
        out.println("  organisation " + row.organisation());
        out.println("  delivery     " + row.delivery() + ", received " + row.receivedAt() + " from " + row.receivedFrom());
        out.println("  resource     " + row.resource() + " (file " + row.number() + ")");
        out.println("  run          " + row.run());
        if (!row.suppressed().isEmpty()) {
            out.println("  suppressed   " + row.suppressed());
        }
    }
}
