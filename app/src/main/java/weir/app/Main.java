package weir.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Supplier;

import picocli.CommandLine;
import weir.app.audit.AuditCommand;
import weir.app.check.CheckCommand;
import weir.app.clean.CleanCommand;
import weir.app.demo.DemoCommand;
import weir.app.generate.GenerateCommand;
import weir.app.schema.SchemaCommand;
import weir.app.terminal.Failures;
import weir.app.terminal.Home;
import weir.app.terminal.Terminal;
import weir.engine.dataset.Datasets;
import weir.engine.organisation.Organisations;

/// Where the program starts: the list of its parts.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Terminal terminal = Terminal.ofThisProcess();
        System.exit(commandLine(terminal, Home.ofThisProcess(), InstantSource.system()).execute(args));
    }

    /// The whole program, ready to execute.
    ///
    /// @param home  where the published datasets are
    /// @param clock what time it is
    public static CommandLine commandLine(Terminal terminal, Home home, InstantSource clock) {
        Supplier<Datasets> datasets = () -> Datasets.in(home.datasets());
        CommandLine weir = new CommandLine(new WeirCommand());
        Supplier<Organisations> organisations = () -> Organisations.read(home.datasets().resolve("organisations.yaml"));
        weir.addSubcommand(new CheckCommand(datasets, terminal, clock));
        weir.addSubcommand(new CleanCommand(datasets, organisations, terminal, clock));
        weir.addSubcommand(new AuditCommand(datasets));
        weir.addSubcommand(new SchemaCommand(datasets));
        weir.addSubcommand(new DemoCommand(datasets, terminal, clock));
        weir.addSubcommand(new GenerateCommand());
        weir.addSubcommand(new TrainCommand(home, clock));
        weir.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        weir.setErr(terminal.err());
        weir.setUsageHelpAutoWidth(false);
        weir.setExecutionExceptionHandler(new Failures(terminal));
        weir.setParameterExceptionHandler(new Failures(terminal));
        return weir;
    }
}
