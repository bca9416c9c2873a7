package weir.engine.pipeline;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

import weir.engine.clean.Findings;
import weir.engine.clean.Findings.Finding;
import weir.engine.clean.TableCleaner;
import weir.engine.dataset.Catalogue;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Period;
import weir.engine.format.Content;
import weir.engine.format.FileRefused;
import weir.engine.format.Limits;
import weir.engine.format.RowBlock;
import weir.engine.format.TableReader;
import weir.engine.format.TableReaders;
import weir.engine.format.VerticalSheet;
import weir.engine.format.XmlReader;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.IssueSink;
import weir.engine.issue.Place;
import weir.engine.issue.report.FileOutcome;
import weir.engine.issue.report.ReportSink;
import weir.engine.issue.report.TableOutcome;
import weir.engine.recognise.VerticalFinder;
import weir.engine.record.Cells;
import weir.engine.record.Row;

/// Takes files through recognising, reading and cleaning, one at a time.
///
/// Cells are checked on every core; issues come out in the order of the file. A file that cannot be read to its end is
/// refused whole. Memory does not grow with the file.
public final class ReturnRun {

    private final Recogniser recogniser;
    private final Limits limits;
    private final Workers workers;
    private final ReportSink report;
    private final LongConsumer progress;
    private final XmlRun xml;
    private int files;

    /// @param datasets  what files may be
    /// @param today     the day on which retention is judged
    /// @param retention what becomes of a return outside the years that are held
    /// @param progress  told the bytes of the current file that are read, now and then
    public ReturnRun(
            Catalogue datasets,
            LocalDate today,
            Recogniser.Retention retention,
            Limits limits,
            Workers workers,
            ReportSink report,
            LongConsumer progress) {
        this.recogniser = new Recogniser(datasets, today, retention);
        this.limits = limits;
        this.workers = workers;
        this.report = report;
        this.progress = progress;
        this.xml = new XmlRun(recogniser, limits, workers, report, progress);
    }

    /// Makes the target for a table that was recognised.
    @FunctionalInterface
    public interface Targets {

        RowTarget<?> open(Recognised recognised) throws IOException;

        /// Whether the table may be read at all. When not, an issue says why.
        default boolean admits(Recognised recognised, IssueSink issues) {
            return true;
        }
    }

    /// @throws IOException when the file's bytes cannot be had, or a target cannot take them
    public FileOutcome run(Content content, Stated stated, Targets targets) throws IOException {
        int source = files++;
        long bytes = content.size();
        report.begin(content.name());
        FileCounts counts = new FileCounts(content.name(), bytes);
        try {
            if (XmlReader.isXml(content)) {
                xml.run(content, source, stated, targets, counts);
            } else {
                readTables(content, source, stated, targets, counts);
            }
        } catch (FileRefused refused) {
            report.accept(refused.toIssue(Place.file(content.name())));
            counts.refuse();
        }
        FileOutcome outcome = counts.outcome();
        report.end(outcome);
        return outcome;
    }

    private void readTables(Content content, int source, Stated stated, Targets targets, FileCounts counts)
            throws IOException, FileRefused {
        try (TableReader reader = TableReaders.open(content, stated.text(), limits, report)) {
            runTables(reader, source, content, stated, targets, counts);
        }
    }

    private void runTables(
            TableReader reader, int source, Content content, Stated stated, Targets targets, FileCounts counts)
            throws IOException, FileRefused {
        Optional<VerticalFinder.Finding> form = recogniser.vertical(content.name(), reader.sheets(), stated, report);
        if (form.isEmpty()) {
            counts.refuse();
            return;
        }
        Set<Dataset> datasets = new LinkedHashSet<>();
        Stated known = stated;
        while (reader.nextTable()) {
            known = dated(content, reader.header(), known);
            if (!(form.get() instanceof VerticalFinder.Finding.Found vertical)) {
                Optional<Recognised> found =
                        recogniser.recognise(source, content.name(), reader.sheet(), reader.header(), known, report);
                found.ifPresent(recognised -> datasets.add(recognised.dataset()));
                runTable(reader, found, targets, counts);
            } else if (vertical.sheet().equals(reader.sheet())) {
                TableReader sheet = VerticalSheet.read(reader, limits);
                runTable(
                        sheet,
                        recogniser.recogniseVertical(source, content.name(), vertical, sheet.header(), stated, report),
                        targets,
                        counts);
            }
        }
        datasets.forEach(dataset -> recogniser.tellMissingSheets(dataset, content.name(), reader.sheets(), report));
    }

    /// With the period that the dates in the file say, where nothing else says it.
    private Stated dated(Content content, List<String> header, Stated stated) throws IOException, FileRefused {
        Optional<Dataset> undated = recogniser.undated(content.name(), header, stated);
        if (undated.isEmpty()) {
            return stated;
        }
        Optional<Period> period = new DatesOfFile(content, stated, limits).period(undated.get(), undated.get().inData().orElseThrow());
        return period.isPresent() ? stated.withPeriod(period) : stated;
    }

    private void runTable(TableReader reader, Optional<Recognised> found, Targets targets, FileCounts counts)
            throws IOException, FileRefused {
        if (found.isEmpty() || !targets.admits(found.get(), report)) {
            counts.refuse();
            return;
        }
        Recognised recognised = found.get();
        runRows(reader, recognised, targets.open(recognised), counts);
    }

    private <B> void runRows(TableReader reader, Recognised recognised, RowTarget<B> target, FileCounts counts)
            throws IOException, FileRefused {
        TableCleaner cleaner = new TableCleaner(
                recognised.table(), recognised.match().columns(), reader.header().size());
        IssuePlaces places = new IssuePlaces(recognised, cleaner, reader.header().size());
        TableOutcome outcome;
        boolean isWhole = false;
        try {
            workers.<Cleaned<B>>inOrder(
                    () -> {
                        progress.accept(reader.bytesRead());
                        return reader.nextBlock().map(block -> () -> clean(block, cleaner, target));
                    },
                    cleaned -> {
                        counts.add(cleaned.read(), cleaned.kept());
                        for (Finding finding : cleaned.findings()) {
                            report(places.issue(finding, cleaned.firstRow()), finding);
                        }
                        target.take(cleaned.block());
                    });
            isWhole = true;
        } finally {
            if (isWhole) {
                target.keep();
                outcome = counts.keepTable(recognised);
            } else {
                target.discard();
                outcome = counts.dropTable(recognised);
            }
        }
        if (outcome.rowsRead() == 0) {
            report.accept(Issue.warning(IssueCode.ROWS_MISSING, places.table(), ""));
        }
    }

    private void report(Issue issue, Finding finding) {
        if (report.showsValues()) {
            report.accept(issue, finding.cell());
        } else {
            report.accept(issue);
        }
    }

    /// A block after cleaning.
    private record Cleaned<B>(long firstRow, int read, int kept, List<Finding> findings, B block) {}

    private <B> Cleaned<B> clean(RowBlock block, TableCleaner cleaner, RowTarget<B> target) throws FileRefused {
        List<Cells> rows = block.rows();
        if (block.firstRow() + rows.size() - 2 > limits.rows()) {
            throw new FileRefused(IssueCode.TOO_MANY_ROWS, 0, limits.rows() + " rows");
        }
        Findings findings = new Findings();
        List<Row> kept = new ArrayList<>(rows.size());
        int read = 0;
        for (int i = 0; i < rows.size(); i++) {
            Cells cells = rows.get(i);
            if (cells.isBlank()) {
                continue;
            }
            read++;
            cleaner.clean(cells, block.firstRow() + i, i, findings).ifPresent(kept::add);
        }
        return new Cleaned<>(block.firstRow(), read, kept.size(), findings.list(), target.prepare(kept));
    }
}
