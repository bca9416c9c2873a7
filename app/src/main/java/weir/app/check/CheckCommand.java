package weir.app.check;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weir.app.rule.RuleDesk;
import weir.app.terminal.Exit;
import weir.app.terminal.GuardedOutput;
import weir.app.terminal.HeldOutput;
import weir.app.terminal.InputFiles;
import weir.app.terminal.InputOptions;
import weir.app.terminal.Progress;
import weir.app.terminal.StagedFile;
import weir.app.terminal.Terminal;
import weir.app.terminal.WrongUse;
import weir.engine.dataset.Catalogue;
import weir.engine.dataset.Datasets;
import weir.engine.format.Content;
import weir.engine.format.Limits;
import weir.engine.issue.IssueCatalogue;
import weir.engine.issue.report.CsvReport;
import weir.engine.issue.report.HtmlReport;
import weir.engine.issue.report.IssueCounts;
import weir.engine.issue.report.JsonReport;
import weir.engine.issue.report.ReportSink;
import weir.engine.issue.report.Screen;
import weir.engine.issue.report.TerminalReport;
import weir.engine.pipeline.Recogniser;
import weir.engine.pipeline.ReturnRun;
import weir.engine.pipeline.RowTarget;
import weir.engine.pipeline.RuleChecks;
import weir.engine.pipeline.Stated;
import weir.engine.pipeline.Workers;
import weir.engine.rule.RuleBooks;

/// `weir check FILE…`
@Command(
        name = "check",
        description = "Tell what is wrong with return files. Nothing is changed, kept or sent.",
        footer = {
            "",
            "Exit code: 0 fine, 1 there are errors, 2 wrong use, 3 something outside failed.",
            "",
            "Example: weir check returns/2020 --html report.html"
        })
public final class CheckCommand implements Callable<Integer> {

    private final Supplier<Datasets> datasets;
    private final Terminal terminal;
    private final InstantSource clock;
    private final RuleBooks rules;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or folders of files.")
    private List<Path> files = List.of();

    @Mixin
    private InputOptions input = new InputOptions();

    @ArgGroup
    private @Nullable Machine machine;

    @Option(names = "--html", paramLabel = "PAGE.html", description = "Also write the report as one web page.")
    private @Nullable Path html;

    @Option(
            names = "--show-values",
            description = "Show the values that caused issues, on this screen only. They are personal data.")
    private boolean showValues;

    @Option(
            names = "--no-rules",
            description = "Check cells only, without the dataset's rules across cells, records and tables.")
    private boolean noRules;

    /// Output for programs instead of people.
    static final class Machine {
        @Option(names = "--json", required = true, description = "Print the issues and counts as JSON.")
        private boolean json;

        @SuppressWarnings("UnusedVariable") // The other of the two: when it is not JSON, it is CSV.
        @Option(names = "--csv", required = true, description = "Print the issues as CSV.")
        private boolean csv;
    }

    /// What is to be checked. It is known before anything is printed, so that wrong use prints no report.
    private record Work(List<Content> contents, Stated stated, Catalogue datasets) {}

    public CheckCommand(Supplier<Datasets> datasets, Terminal terminal, InstantSource clock, RuleBooks rules) {
        this.datasets = datasets;
        this.terminal = terminal;
        this.clock = clock;
        this.rules = rules;
    }

    @Override
    public Integer call() throws IOException {
        Work work = new Work(InputFiles.of(files), input.stated(datasets.get()), datasets.get());
        IssueCounts counts = new IssueCounts();
        try (OutputStream out = new GuardedOutput(terminal.out())) {
            HeldOutput held = new HeldOutput(out);
            List<ReportSink> reports = new ArrayList<>(List.of(counts, report(held)));
            if (html == null) {
                run(work, reports, held);
            } else {
                runWithPage(work, reports, html, held);
            }
            held.release();
        }
        return counts.totals().issues().errors() == 0 ? Exit.OK : Exit.ISSUES;
    }

    private void runWithPage(Work work, List<ReportSink> reports, Path page, HeldOutput held) throws IOException {
        if (!page.toString().toLowerCase(Locale.ROOT).matches(".*\\.html?")) {
            throw new WrongUse("--html must name a page that ends in .html, so that no return is overwritten.");
        }
        try (StagedFile staged = StagedFile.of(page)) {
            reports.add(new HtmlReport(staged.out(), IssueCatalogue.builtIn(), clock.instant().atZone(ZoneId.of("Europe/London"))));
            run(work, reports, held);
            staged.publish();
        }
        terminal.say("Report: " + page);
    }

    /// @param held released with the first file that was checked: by then it is known whether its dataset can be read
    private void run(Work work, List<ReportSink> reports, HeldOutput held) throws IOException {
        long bytes = 0;
        for (Content content : work.contents()) {
            bytes += content.size();
        }
        try (ReportSink report = ReportSink.all(reports);
                Workers workers = Workers.ofThisMachine();
                RuleDesk desk = noRules ? RuleDesk.without() : RuleDesk.open(rules);
                Progress progress = Progress.of(terminal, clock, "Checking", bytes)) {
            RuleChecks checks = new RuleChecks(desk.rules(), report);
            ReturnRun run = new ReturnRun(
                    work.datasets(),
                    LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London")),
                    Recogniser.Retention.WARNED,
                    Limits.usual(),
                    workers,
                    report,
                    progress::at);
            for (Content content : work.contents()) {
                run.run(content, work.stated(), checks.around(_ -> RowTarget.none()));
                progress.add(content.size());
                held.release();
            }
            for (RuleChecks.NotAsked open : checks.finish()) {
                terminal.say(RuleDesk.words(open));
            }
        }
    }

    private ReportSink report(OutputStream out) {
        IssueCatalogue catalogue = IssueCatalogue.builtIn();
        if (machine != null) {
            return machine.json ? new JsonReport(out, catalogue) : new CsvReport(out, catalogue);
        }
        Screen.Colour colour = terminal.isWatched() ? Screen.Colour.ANSI : Screen.Colour.PLAIN;
        Screen.Values values = showValues ? Screen.Values.SHOWN : Screen.Values.HIDDEN;
        PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
        return new TerminalReport(writer, catalogue, new Screen(colour, terminal.columns(), values));
    }
}
