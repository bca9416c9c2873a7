package weir.app.clean;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weir.app.rule.RuleDesk;
import weir.app.terminal.Exit;
import weir.app.terminal.GuardedOutput;
import weir.app.terminal.InputFiles;
import weir.app.terminal.InputOptions;
import weir.app.terminal.Progress;
import weir.app.terminal.Terminal;
import weir.app.terminal.WrongUse;
import weir.collect.disclosure.FolderControl;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Datasets;
import weir.engine.dataset.UseCase;
import weir.engine.dataset.UseCaseName;
import weir.engine.format.Content;
import weir.engine.format.Limits;
import weir.engine.issue.IssueCatalogue;
import weir.engine.issue.report.ReportSink;
import weir.engine.issue.report.Screen;
import weir.engine.issue.report.TerminalReport;
import weir.engine.organisation.Agreements;
import weir.engine.organisation.Organisation;
import weir.engine.organisation.OrganisationCode;
import weir.engine.organisation.Organisations;
import weir.engine.pipeline.CleanRequest;
import weir.engine.pipeline.Cleaning;
import weir.engine.pipeline.Conservation;
import weir.engine.pipeline.Formats;
import weir.engine.pipeline.Suppressed;
import weir.engine.protect.PseudonymKey;
import weir.engine.recognise.PathOrganisation;
import weir.engine.rule.RuleBooks;
import weir.engine.yaml.Nearest;

/// `weir clean FOLDER OUT`
@Command(
        name = "clean",
        description = "Clean a folder of returns and make the outputs of each use case.",
        footer = {
            "",
            "OUT gets cleaned/ (the organisation's own tables), outputs/USECASE/ (what may leave), report.html,",
            "issues.csv, the error report and manifest.json. It appears whole or not at all.",
            "",
            "Exit code: 0 fine, 1 there are errors in the returns (outputs are made all the same),",
            "2 wrong use, 3 something outside failed.",
            "",
            "Example: weir clean returns-BAD cleaned --use-case PAN"
        })
public final class CleanCommand implements Callable<Integer> {

    private static final long MEGABYTE = 1_000_000;

    private final Supplier<Datasets> datasets;
    private final Supplier<Organisations> organisations;
    private final Terminal terminal;
    private final InstantSource clock;
    private final RuleBooks rules;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder of returns.")
    private Path folder = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT", description = "The folder to make; an earlier run's is replaced.")
    private Path out = Path.of("");

    @Option(
            names = "--organisation",
            paramLabel = "CODE",
            description = "Who hands in, as in BAD. Default: the end of the folder's name, as in returns-BAD.")
    private @Nullable String organisation;

    @Option(
            names = "--use-case",
            paramLabel = "NAME",
            description = "A use case to make outputs for; may be given more than once. Default: every one of the dataset.")
    private List<String> useCases = new ArrayList<>();

    @Option(names = "--no-outputs", description = "Make the cleaned tables only.")
    private boolean noOutputs;

    @Option(names = "--no-csv", description = "Write Parquet only.")
    private boolean noCsv;

    @Option(names = "--no-parquet", description = "Write CSV only.")
    private boolean noParquet;

    @Option(
            names = "--part-size",
            paramLabel = "MB",
            description = "The size at which a CSV output goes on in another part. Default: ${DEFAULT-VALUE}.")
    private double partSize = CleanRequest.USUAL_PART_BYTES / (double) MEGABYTE;

    @Option(
            names = "--pseudonym-key",
            paramLabel = "FILE",
            description = "The key of pseudonyms, one line VERSION:HEXADECIMAL. Needed only where a use case makes them.")
    private @Nullable Path pseudonymKey;

    @Option(
            names = "--no-rules",
            description = "Check cells only, without the dataset's rules across cells, records and tables.")
    private boolean noRules;

    @Mixin
    private InputOptions input = new InputOptions();

    public CleanCommand(
            Supplier<Datasets> datasets,
            Supplier<Organisations> organisations,
            Terminal terminal,
            InstantSource clock,
            RuleBooks rules) {
        this.datasets = datasets;
        this.organisations = organisations;
        this.terminal = terminal;
        this.clock = clock;
        this.rules = rules;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new WrongUse("There is no folder " + folder + ": name the folder that holds the returns.");
        }
        Path from = folder.toAbsolutePath().normalize();
        Path to = out.toAbsolutePath().normalize();
        if (to.startsWith(from) || from.startsWith(to)) {
            throw new WrongUse("OUT and the folder of returns must not lie inside each other: name another OUT.");
        }
        if (noCsv && noParquet) {
            throw new WrongUse("--no-csv and --no-parquet leave nothing to write: give one of them.");
        }
        List<Content> contents = InputFiles.inFolder(folder);
        long bytes = 0;
        for (Content content : contents) {
            bytes += content.size();
        }
        Cleaning.Done done;
        try (Progress progress = Progress.of(terminal, clock, "Cleaning", bytes);
                RuleDesk desk = noRules ? RuleDesk.without() : RuleDesk.open(rules);
                OutputStream screen = new GuardedOutput(terminal.out())) {
            Cleaning cleaning =
                    new Cleaning(request(progress), List.of(report(screen)), clock.instant(), desk.rules(),
                            FolderControl.ofThisMachine());
            done = cleaning.run(contents, input.stated(datasets.get()), out);
        }
        sayWhere(done);
        return done.counts().totals().issues().errors() == 0 ? Exit.OK : Exit.ISSUES;
    }

    private ReportSink report(OutputStream screen) {
        Screen.Colour colour = terminal.isWatched() ? Screen.Colour.ANSI : Screen.Colour.PLAIN;
        return new TerminalReport(
                new PrintWriter(screen, false, StandardCharsets.UTF_8),
                IssueCatalogue.builtIn(),
                new Screen(colour, terminal.columns(), Screen.Values.HIDDEN));
    }

    private CleanRequest request(Progress progress) throws IOException {
        List<Dataset> all = datasets.get().all();
        Organisation whose = findOrganisation();
        return new CleanRequest(
                datasets.get(),
                whose,
                noOutputs ? Agreements.ofOwnUse() : organisations.get().agreements(whose.code()),
                wanted(all),
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London")),
                new Formats(!noCsv, !noParquet),
                Math.max(1, (long) (partSize * MEGABYTE)),
                pseudonymKey == null ? Optional.empty() : Optional.of(PseudonymKey.read(pseudonymKey)),
                Limits.usual(),
                CleanRequest.USUAL_ARENA_BYTES,
                progress::at);
    }

    private Organisation findOrganisation() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        Optional<OrganisationCode> code = organisation == null
                ? PathOrganisation.find(name == null ? "" : name.toString())
                : Optional.of(code(organisation));
        if (code.isEmpty()) {
            throw new WrongUse("Whose returns are these? Give --organisation CODE, or a folder whose name ends in -CODE.");
        }
        List<String> known =
                organisations.get().all().stream().map(one -> one.code().value()).toList();
        return organisations
                .get()
                .find(code.get())
                .orElseThrow(() -> new WrongUse("There is no organisation " + code.get()
                        + " in organisations.yaml: check the code, or add it there with its name."
                        + Nearest.question(code.get().value(), known)));
    }

    private static OrganisationCode code(String text) {
        try {
            return new OrganisationCode(text);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--organisation: " + e.getMessage());
        }
    }

    private List<UseCaseName> wanted(List<Dataset> all) {
        List<UseCaseName> known = all.stream()
                .flatMap(dataset -> dataset.useCases().stream())
                .map(UseCase::name)
                .distinct()
                .toList();
        if (noOutputs) {
            return List.of();
        }
        if (useCases.isEmpty()) {
            return known;
        }
        List<UseCaseName> wanted = new ArrayList<>();
        for (String name : useCases) {
            wanted.add(known.stream()
                    .filter(useCase -> useCase.value().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new WrongUse("There is no use case " + name + ": there are " + known + "."
                            + Nearest.question(name, known.stream().map(UseCaseName::value).toList()))));
        }
        return wanted;
    }

    private void sayWhere(Cleaning.Done done) {
        for (Conservation account : done.result().accounts().subList(
                done.result().files().size(), done.result().accounts().size())) {
            terminal.say(String.format(
                    java.util.Locale.ROOT,
                    "%-28s %,10d in  %,10d kept  %,8d refused  %,8d merged",
                    account.what(),
                    account.in(),
                    account.kept(),
                    account.refused(),
                    account.merged()));
        }
        for (Suppressed taken : done.result().suppressed()) {
            terminal.say(String.format(
                    java.util.Locale.ROOT,
                    "%-28s %,d rows removed, %,d cells blanked by %s (clause %s)",
                    taken.output(),
                    taken.rowsRemoved(),
                    taken.cellsBlanked(),
                    taken.rule(),
                    taken.clause()));
        }
        terminal.say("Outputs: " + out.resolve("outputs") + "   Report: " + out.resolve("report.html"));
    }
}
