package weir.engine.pipeline;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import weir.engine.format.Content;
import weir.engine.issue.IssueCatalogue;
import weir.engine.issue.report.CsvReport;
import weir.engine.issue.report.ErrorReport;
import weir.engine.issue.report.HtmlReport;
import weir.engine.issue.report.IssueCounts;
import weir.engine.issue.report.ReportSink;

/// One cleaning of a folder: reports, cleaned tables, outputs and manifest, published together.
public final class Cleaning {

    private static final DateTimeFormatter SESSION =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSSSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final CleanRequest request;
    private final List<ReportSink> furtherReports;
    private final Instant now;
    private final Rules rules;
    private final OutputControl control;

    /// @param furtherReports reports beside those that stand in the folder; the caller closes what they write to
    public Cleaning(CleanRequest request, List<ReportSink> furtherReports, Instant now) {
        this(request, furtherReports, now, Rules.none(), OutputControl.none());
    }

    /// The same with rules asked of the returns, and a control of what outputs tell as a whole.
    public Cleaning(
            CleanRequest request, List<ReportSink> furtherReports, Instant now, Rules rules, OutputControl control) {
        this.rules = rules;
        this.control = control;
        this.request = request;
        this.furtherReports = List.copyOf(furtherReports);
        this.now = now;
    }

    /// What a cleaning came to.
    ///
    /// @param result the run's accounts
    /// @param counts the issues
    public record Done(CleanResult result, IssueCounts counts) {}

    /// @throws IOException when something could not be read or written; the target is then as it was before
    public Done run(List<Content> contents, Stated stated, Path target) throws IOException {
        String session = SESSION.format(now);
        try (OutputFolder folder = OutputFolder.stage(target);
                Workers workers = Workers.ofThisMachine()) {
            // What is staged holds values of records: it must not stay when somebody stops the program.
            Thread cleanUp = Thread.ofPlatform().unstarted(() -> closeQuietly(folder));
            Runtime.getRuntime().addShutdownHook(cleanUp);
            try {
                Done done = runStaged(contents, stated, folder, session, workers);
                new Manifest(request, session, now).write(folder, contents, done.result(), workers);
                folder.publish();
                return done;
            } finally {
                removeHook(cleanUp);
            }
        }
    }

    private static void closeQuietly(OutputFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            // The program is ending; the next run for this folder clears away what is left.
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending already, and the hook does its work.
        }
    }

    private Done runStaged(
            List<Content> contents, Stated stated, OutputFolder folder, String session, Workers workers)
            throws IOException {
        IssueCounts counts = new IssueCounts();
        IssueCatalogue catalogue = IssueCatalogue.builtIn();
        Path errorReport = folder.staged()
                .resolve(request.organisation().code() + "_" + session + "_error_report.csv");
        try (OutputStream issues = create(folder.staged().resolve("issues.csv"));
                OutputStream errors = create(errorReport);
                OutputStream page = create(folder.staged().resolve("report.html"));
                ReportSink report = ReportSink.all(reports(List.of(
                        counts,
                        new CsvReport(issues, catalogue),
                        new ErrorReport(errors, catalogue, session, name -> uuid(session, name)),
                        new HtmlReport(page, catalogue, now.atZone(ZoneId.of("Europe/London"))))));
                CleanRun run = new CleanRun(request, folder, workers, report, control)) {
            return new Done(run.run(contents, stated, new RuleChecks(rules, report)), counts);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static OutputStream create(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    private List<ReportSink> reports(List<ReportSink> own) {
        List<ReportSink> all = new ArrayList<>(own);
        all.addAll(furtherReports);
        return all;
    }

    private static String uuid(String session, String file) {
        return UUID.nameUUIDFromBytes((session + "/" + file).getBytes(StandardCharsets.UTF_8)).toString();
    }
}
