package weir.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weir.app.log.Logging;
import weir.app.serve.GuardedService;
import weir.app.serve.Service;
import weir.app.serve.Surroundings;
import weir.app.settings.ServiceSettings;
import weir.app.terminal.Exit;
import weir.app.terminal.InputFiles;
import weir.app.terminal.Terminal;
import weir.collect.disclosure.FolderControl;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Datasets;
import weir.engine.dataset.UseCase;
import weir.engine.format.Content;
import weir.engine.format.Limits;
import weir.engine.generate.Fault;
import weir.engine.generate.Request;
import weir.engine.generate.Ssda903Generator;
import weir.engine.generate.Written;
import weir.engine.issue.report.SeverityCounts;
import weir.engine.organisation.Organisation;
import weir.engine.organisation.OrganisationCode;
import weir.engine.organisation.Organisations;
import weir.engine.pipeline.CleanRequest;
import weir.engine.pipeline.Cleaning;
import weir.engine.pipeline.Conservation;
import weir.engine.pipeline.Formats;
import weir.engine.pipeline.OutputFolder;
import weir.engine.pipeline.Rules;
import weir.engine.pipeline.Stated;
import weir.platform.settings.SettingValues;

/// `weir demo`
@Command(
        name = "demo",
        description = "Show the whole of it on made-up returns: checked, cleaned, protected, accounted for.",
        footer = {"", "Nobody in the data exists. Delete the folder when you have seen enough."})
public final class DemoCommand implements Callable<Integer> {

    private static final int YEARS = 4;
    private static final double FAULT_RATE = 0.01;

    private static final OrganisationCode ORGANISATION = new OrganisationCode("BAD");

    private final Supplier<Datasets> datasets;
    private final Supplier<Organisations> organisations;
    private final Terminal terminal;
    private final InstantSource clock;
    private final Supplier<Surroundings> surroundings;

    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Where to work. Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("weir-demo");

    @Option(names = "--children", paramLabel = "N", description = "How many children to make up. Default: ${DEFAULT-VALUE}.")
    private int children = 500;

    @Option(names = "--seed", paramLabel = "S", description = "The same seed makes the same data. Default: ${DEFAULT-VALUE}.")
    private long seed = 903;

    @Option(names = "--stay", description = "Leave the service running at the end, at its usual address, until Ctrl-C.")
    private boolean stay;

    public DemoCommand(
            Supplier<Datasets> datasets,
            Supplier<Organisations> organisations,
            Terminal terminal,
            InstantSource clock,
            Supplier<Surroundings> surroundings) {
        this.datasets = datasets;
        this.organisations = organisations;
        this.terminal = terminal;
        this.clock = clock;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Logging.start("warn");
        Path returns = folder.resolve("returns-BAD");
        Path outputs = folder.resolve("cleaned");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        makeReturns(returns, today);
        Cleaning.Done done = clean(returns, outputs, today);
        sayAccount(done);
        sayOneChild(returns, outputs);
        runService(returns);
        return Exit.OK;
    }

    private void makeReturns(Path returns, LocalDate today) throws IOException {
        if (Files.exists(returns)) {
            say("1. Returns from an earlier demo are in " + returns + ".");
            return;
        }
        int lastYear = Math.min(today.getYear(), Request.LATEST_YEAR);
        Request request = Request.of(children, seed)
                .withYears(Math.max(Request.EARLIEST_YEAR, lastYear - YEARS + 1), lastYear)
                .withFaults(FAULT_RATE, EnumSet.allOf(Fault.class));
        try (OutputFolder staged = OutputFolder.stage(returns)) {
            Written written = new Ssda903Generator(request).write(staged.staged());
            Files.deleteIfExists(staged.staged().resolve("planted.csv"));
            staged.publish();
            say(String.format(
                    Locale.ROOT,
                    "1. Made up %d SSDA903 files of %d years for Barking and Dagenham: %,d rows, 1 in 100 with a fault.",
                    written.files(),
                    YEARS,
                    written.rows()));
        }
    }

    private Cleaning.Done clean(Path returns, Path outputs, LocalDate today) throws IOException {
        List<Dataset> all = datasets.get().all();
        CleanRequest request = new CleanRequest(
                datasets.get(),
                new Organisation(ORGANISATION, "Barking and Dagenham"),
                organisations.get().agreements(ORGANISATION),
                all.stream().flatMap(dataset -> dataset.useCases().stream()).map(UseCase::name).distinct().toList(),
                today,
                new Formats(true, true),
                CleanRequest.USUAL_PART_BYTES,
                Optional.empty(),
                Limits.usual(),
                CleanRequest.USUAL_ARENA_BYTES,
                _ -> {});
        List<Content> contents = InputFiles.inFolder(returns);
        return new Cleaning(request, List.of(), clock.instant(), Rules.none(), FolderControl.ofThisMachine())
                .run(contents, Stated.NOTHING, outputs);
    }

    private void sayAccount(Cleaning.Done done) {
        SeverityCounts issues = done.counts().totals().issues();
        say("2. Checked and cleaned them: " + issues.words() + ". The report says what to mend, and where.");
        say("3. Made what each use case may have, and nothing more. Every row is accounted for:");
        for (Conservation account : done.result().accounts().subList(
                done.result().files().size(), done.result().accounts().size())) {
            say(String.format(
                    Locale.ROOT,
                    "     %-26s %,7d in = %,7d kept + %,5d refused + %,6d merged",
                    account.what(),
                    account.in(),
                    account.kept(),
                    account.refused(),
                    account.merged()));
        }
    }

    private void runService(Path returns) throws IOException, InterruptedException {
        say("5. The same through the running service, with its own database, broker and object store:");
        SettingValues settings = SettingValues.standard(ServiceSettings.ALL, Path.of("").toAbsolutePath())
                .with(ServiceSettings.DATA, folder.resolve("service").toAbsolutePath().toString(), "demo");
        if (!stay) {
            settings = settings.with(ServiceSettings.WEB_PORT, "0", "demo").with(ServiceSettings.STREAM_PORT, "0", "demo");
        }
        SettingValues inForce = settings;
        try (GuardedService guarded = GuardedService.start(
                () -> Service.start(inForce, surroundings.get(), datasets, organisations.get()), terminal)) {
            Service service = guarded.service();
            new ThroughService(service.addresses().getFirst(), ORGANISATION, clock, terminal::say).handIn(returns);
            sayWhere(folder.resolve("cleaned"));
            if (stay) {
                say("The service is open:  " + service.addresses().getFirst() + "/health   Stop it with Ctrl-C.");
                guarded.awaitStop();
            }
        }
    }

    /// One made-up child as handed in and as the use case receives it.
    private void sayOneChild(Path returns, Path outputs) throws IOException {
        Optional<String> handedIn = secondLine(returns, "_header.csv");
        Optional<String> received = secondLine(outputs.resolve("outputs/PAN"), "_header.csv");
        if (handedIn.isPresent() && received.isPresent()) {
            say("4. A child as handed in, and one as PAN receives it (made up):");
            say("     " + handedIn.get());
            say("     " + received.get());
        }
    }

    private static Optional<String> secondLine(Path folder, String ending) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            Optional<Path> file = walk.filter(path -> path.toString().endsWith(ending)).sorted().findFirst();
            if (file.isEmpty()) {
                return Optional.empty();
            }
            try (Stream<String> lines = Files.lines(file.get())) {
                return lines.skip(1).findFirst();
            }
        }
    }

    private void sayWhere(Path outputs) {
        say("");
        say("Report to look at:  " + outputs.resolve("report.html").toAbsolutePath());
        say("Outputs:            " + outputs.resolve("outputs").toAbsolutePath());
        say("Try next:           weir check " + folder.resolve("returns-BAD"));
        say("                    weir audit ssda903 --use-case PAN");
    }

    private void say(String line) {
        terminal.say(line);
    }
}
