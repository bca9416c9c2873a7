package weir.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import picocli.CommandLine;
import weir.app.audit.AuditCommand;
import weir.app.backup.BackupCommand;
import weir.app.backup.RestoreCommand;
import weir.app.check.CheckCommand;
import weir.app.clean.CleanCommand;
import weir.app.demo.DemoCommand;
import weir.app.doctor.DoctorCommand;
import weir.app.generate.GenerateCommand;
import weir.app.generate.GenerateSifCommand;
import weir.app.handin.DeliverCommand;
import weir.app.handin.DeliveriesCommand;
import weir.app.handin.Doors;
import weir.app.handin.ReturnsCommand;
import weir.app.handin.RunCommand;
import weir.app.handin.WithdrawCommand;
import weir.app.journal.JournalCommand;
import weir.app.key.KeyCommand;
import weir.app.lineage.LineageCommand;
import weir.app.log.Logging;
import weir.app.schema.SchemaCommand;
import weir.app.serve.ServeCommand;
import weir.app.serve.Surroundings;
import weir.app.serve.TrainServeCommand;
import weir.app.settings.SettingsCommand;
import weir.app.stream.StreamCommand;
import weir.app.terminal.Failures;
import weir.app.terminal.Home;
import weir.app.terminal.Terminal;
import weir.app.user.UserCommand;
import weir.engine.dataset.Datasets;
import weir.engine.organisation.Organisations;
import weir.engine.rule.RuleBooks;

/// Where the program starts: the list of its parts.
public final class Main {

    /// They keep a log; the others say what they have to say on the terminal, and libraries nothing.
    private static final Set<String> LOGGING_COMMANDS = Set.of("serve", "demo", "train-serve");

    private Main() {}

    public static void main(String[] args) {
        Terminal terminal = Terminal.ofThisProcess();
        Home home = Home.ofThisProcess();
        SharedDatasets datasets = new SharedDatasets(home);
        Map<String, Supplier<Object>> commands = commands(terminal, home, datasets, InstantSource.system());
        if (args.length == 0 || !LOGGING_COMMANDS.contains(args[0])) {
            Logging.silence();
        }
        // Describing a command to the parser takes longer than checking a small return: only the one that is asked for.
        if (args.length > 0 && commands.containsKey(args[0])) {
            commands.keySet().retainAll(List.of(args[0]));
            datasets.readAhead();
        }
        System.exit(commandLine(terminal, commands).execute(args));
    }

    /// The whole program, ready to execute.
    ///
    /// @param home  where the published datasets are
    /// @param clock what time it is
    public static CommandLine commandLine(Terminal terminal, Home home, InstantSource clock) {
        return commandLine(terminal, commands(terminal, home, new SharedDatasets(home), clock));
    }

    private static Map<String, Supplier<Object>> commands(
            Terminal terminal, Home home, Supplier<Datasets> datasets, InstantSource clock) {
        Supplier<Organisations> organisations = () -> Organisations.read(home.datasets().resolve("organisations.yaml"));
        RuleBooks rules = RuleBooks.in(home.datasets());
        Supplier<Surroundings> surroundings = () -> Surroundings.ofThisProcess(clock);
        Doors doors = new Doors(datasets, organisations, surroundings);
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("check", () -> new CheckCommand(datasets, terminal, clock, rules));
        commands.put("clean", () -> new CleanCommand(datasets, organisations, terminal, clock, rules));
        commands.put("audit", () -> new AuditCommand(datasets));
        commands.put("schema", () -> new SchemaCommand(datasets));
        commands.put("generate", () -> new CommandLine(new GenerateCommand(datasets)).addSubcommand(new GenerateSifCommand()));
        commands.put("demo", () -> new DemoCommand(datasets, organisations, terminal, clock, surroundings));
        commands.put("serve", () -> new ServeCommand(datasets, organisations, terminal, surroundings));
        commands.put("deliver", () -> new DeliverCommand(doors, terminal));
        commands.put("returns", () -> new ReturnsCommand(doors));
        commands.put("deliveries", () -> new DeliveriesCommand(doors));
        commands.put("withdraw", () -> new WithdrawCommand(doors, terminal));
        commands.put("run", () -> new RunCommand(datasets, organisations, terminal, surroundings));
        commands.put("stream", () -> StreamCommand.of(terminal, surroundings));
        commands.put("settings", SettingsCommand::new);
        commands.put("doctor", () -> new DoctorCommand(datasets, organisations, terminal, surroundings));
        commands.put("user", () -> new UserCommand(terminal, System.in, surroundings));
        commands.put("key", () -> new KeyCommand(organisations, terminal, surroundings));
        commands.put("journal", () -> new JournalCommand(terminal, surroundings));
        commands.put("lineage", () -> new LineageCommand(datasets, surroundings));
        commands.put("backup", () -> new BackupCommand(terminal, surroundings, Version.number()));
        commands.put("restore", () -> new RestoreCommand(terminal, surroundings));
        commands.put("train", () -> new TrainCommand(home, clock));
        commands.put("train-serve", () -> new TrainServeCommand(datasets, organisations, surroundings));
        return commands;
    }

    private static CommandLine commandLine(Terminal terminal, Map<String, Supplier<Object>> commands) {
        CommandLine weir = new CommandLine(new WeirCommand());
        commands.forEach((name, command) -> weir.addSubcommand(name, command.get()));
        weir.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        weir.setErr(terminal.err());
        weir.setUsageHelpAutoWidth(false);
        weir.setExecutionExceptionHandler(new Failures(terminal));
        weir.setParameterExceptionHandler(new Failures(terminal));
        return weir;
    }
}
