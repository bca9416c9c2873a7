package weir.engine.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

import weir.engine.dataset.Catalogue;
import weir.engine.format.Content;
import weir.engine.format.Limits;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.IssueSink;
import weir.engine.issue.Place;
import weir.engine.issue.report.FileOutcome;
import weir.engine.issue.report.ReportSink;
import weir.engine.organisation.Agreements;
import weir.engine.organisation.Organisation;
import weir.engine.rule.RuleBooks;

/// Checks and cleans one file of one organisation and keeps its tables, so that outputs can be made from many files
/// without reading any of them again. Use once.
///
/// A table of a dataset for which the organisation has signed nothing, or of a period that is not open for it, is refused before a row of it is read.
public final class FileCleaning {

    private final Catalogue datasets;
    private final Organisation organisation;
    private final Agreements agreements;
    private final LocalDate today;
    private final Limits limits;
    private final int arenaBytes;
    private final RuleBooks rules;
    private final List<KeptTable> kept = new ArrayList<>();

    /// @param agreements what the organisation has signed
    /// @param today      the day on which retention is judged
    /// @param arenaBytes memory for sorting the rows of one table; more goes to disk
    /// @param rules      of these, the rules of one record are asked. Those across records are asked of the kept tables
    public FileCleaning(
            Catalogue datasets,
            Organisation organisation,
            Agreements agreements,
            LocalDate today,
            Limits limits,
            int arenaBytes,
            RuleBooks rules) {
        this.datasets = datasets;
        this.organisation = organisation;
        this.agreements = agreements;
        this.today = today;
        this.limits = limits;
        this.arenaBytes = arenaBytes;
        this.rules = rules;
    }

    /// One cleaned table of the file.
    ///
    /// @param rows    how many there are
    /// @param layout  the name of the layout of the sorted rows
    /// @param parquet its rows in the order of the file, with the number of each in the column `_row`
    /// @param sorted  its rows by their keys, as [weir.engine.compare.KeptRows]
    public record KeptTable(Recognised recognised, long rows, String layout, Path parquet, Path sorted) {}

    /// What became of the file, and its tables.
    public record Done(FileOutcome outcome, List<KeptTable> tables) {

        public Done {
            tables = List.copyOf(tables);
        }
    }

    /// @param source   the number the file has for ever: rows are told apart by it, and of two equal rows of one period the
    ///                 one with the smaller number stays
    /// @param folder   gets the tables
    /// @param progress told the bytes of the file that are read, now and then
    /// @throws IOException when the file's bytes cannot be had, or the folder cannot be written
    public Done run(
            Content content, Stated stated, int source, Path folder, Workers workers, ReportSink report, LongConsumer progress)
            throws IOException {
        ReturnRun run =
                new ReturnRun(datasets, today, Recogniser.Retention.REFUSED, limits, workers, report, progress);
        ReturnRun.Targets targets = new ReturnRun.Targets() {
            @Override
            public RowTarget<?> open(Recognised recognised) throws IOException {
                return new KeptTarget(
                        recognised, source, folder, recognised.table().name() + "-" + tables++, arenaBytes, report, kept);
            }

            @Override
            public boolean admits(Recognised recognised, IssueSink issues) {
                return mayLeave(organisation, agreements, recognised, issues);
            }

            private int tables;
        };
        FileOutcome outcome = run.run(
                content, stated.by(organisation), new RuleChecks(Rules.ofRecords(rules), report).around(targets));
        return new Done(outcome, kept);
    }

    /// Whether anything of the table may leave the organisation; when not, an issue says so.
    static boolean mayLeave(
            Organisation organisation, Agreements agreements, Recognised recognised, IssueSink issues) {
        boolean isOpen = agreements.isOpen(recognised.dataset().id(), recognised.period());
        if (!isOpen) {
            issues.accept(Issue.error(
                    IssueCode.PERIOD_NOT_OPEN, Place.file(recognised.file()), recognised.dataset().id() + " " + recognised.period()));
        }
        if (!isOpen || agreements.hasSignedAny(recognised.dataset())) {
            return isOpen;
        }
        issues.accept(Issue.error(
                IssueCode.NOT_SIGNED,
                Place.file(recognised.file()),
                organisation.name() + " is not signed up for " + recognised.dataset().id()));
        return false;
    }
}
