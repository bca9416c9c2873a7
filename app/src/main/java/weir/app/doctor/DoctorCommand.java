package weir.app.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weir.app.serve.Parts;
import weir.app.serve.Surroundings;
import weir.app.settings.ServiceSettings;
import weir.app.settings.SettingsOptions;
import weir.app.terminal.Exit;
import weir.app.terminal.Terminal;
import weir.engine.dataset.Datasets;
import weir.engine.organisation.Organisations;
import weir.platform.settings.FaultySettings;
import weir.platform.settings.SettingValues;

/// `weir doctor`
@Command(
        name = "doctor",
        description = {
            "Look at this machine and at everything the service depends on, and say the mend of what is wrong.",
            "It may be asked before the service ever ran, while it runs and when it does not. It leaves everything as it is:",
            "embedded parts that do not run are started to prove them, and stopped again."
        },
        footer = {
            "",
            "Exit code: 0 no problem, 1 there is one, 2 the settings have problems, 3 something outside failed.",
            "",
            "Example: weir doctor --json"
        })
public final class DoctorCommand implements Callable<Integer> {

    private final Supplier<Datasets> datasets;
    private final Supplier<Organisations> organisations;
    private final Terminal terminal;
    private final Supplier<Surroundings> surroundings;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public DoctorCommand(
            Supplier<Datasets> datasets, Supplier<Organisations> organisations, Terminal terminal, Supplier<Surroundings> surroundings) {
        this.datasets = datasets;
        this.organisations = organisations;
        this.terminal = terminal;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Ansi colour = terminal.isWatched() ? Ansi.ON : Ansi.OFF;
        DoctorReport report = new DoctorReport(spec.commandLine().getOut(), colour, terminal.columns());
        Checkup checkup = new Checkup(surroundings.get().nanos(), finding -> {
            if (!json) {
                report.print(finding);
            }
        });
        int exit = look(checkup);
        if (json) {
            report.printJson(checkup.findings());
        } else {
            report.sum(checkup.findings());
        }
        return exit;
    }

    private int look(Checkup checkup) throws IOException {
        SettingValues settings;
        try {
            settings = options.read();
        } catch (FaultySettings e) {
            e.problems().forEach(problem -> checkup.add(Finding.problem("settings", problem, "")));
            return Exit.USAGE;
        }
        checkup.add(Finding.ok("settings", "no problem; 'weir settings --set' shows what is set"));
        if (Files.isDirectory(settings.path(ServiceSettings.DATA))) {
            look(checkup, settings, settings, false);
        } else {
            Path trial = Files.createTempDirectory("weir-doctor");
            try {
                look(checkup, settings, settings.with(ServiceSettings.DATA, trial.toString(), "doctor"), true);
            } finally {
                delete(trial);
            }
        }
        return checkup.hasProblem() ? Exit.ISSUES : Exit.OK;
    }

    /// @param trial the settings with the data folder that parts are tried in
    private void look(Checkup checkup, SettingValues settings, SettingValues trial, boolean isNew) {
        Surroundings here = surroundings.get();
        try (Parts own = new Parts(settings, here);
                Parts tried = isNew ? new Parts(trial, here) : own) {
            new MachineChecks(checkup, settings, own, isNew).run();
            new PartChecks(checkup, trial, tried, here.clock()).run();
            new DoorChecks(checkup, settings, datasets, organisations).run();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
