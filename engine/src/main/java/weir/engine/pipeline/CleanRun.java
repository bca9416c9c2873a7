package weir.engine.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import weir.engine.dataset.Dataset;
import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Disclosure;
import weir.engine.dataset.TableName;
import weir.engine.dataset.UseCase;
import weir.engine.format.Content;
import weir.engine.issue.IssueSink;
import weir.engine.issue.report.FileOutcome;
import weir.engine.issue.report.ReportSink;

/// Cleans the returns of one organisation and makes the outputs of each use case.
///
/// The staged folder gets `cleaned/` with a table per file and `outputs/USECASE/` with a table per use case. Nothing is
/// published here: the caller does that, after it has written its reports.
public final class CleanRun implements Closeable {

    private final CleanRequest request;
    private final OutputFolder folder;
    private final Workers workers;
    private final ReportSink report;
    private final Map<DatasetId, Map<TableName, TableRuns>> tables = new LinkedHashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final List<FileOutcome> outcomes = new ArrayList<>();
    private final List<Suppressed> suppressed = new ArrayList<>();
    private final OutputControl control;

    /// @param control of what outputs tell as a whole
    public CleanRun(CleanRequest request, OutputFolder folder, Workers workers, ReportSink report, OutputControl control) {
        this.control = control;
        this.request = request;
        this.folder = folder;
        this.workers = workers;
        this.report = report;
    }

    /// @throws IOException when a file cannot be read or the folder cannot be written; nothing is published then
    public CleanResult run(List<Content> contents, Stated stated, RuleChecks rules) throws IOException {
        ReturnRun reading = new ReturnRun(
                request.datasets(),
                request.today(),
                Recogniser.Retention.REFUSED,
                request.limits(),
                workers,
                report,
                request.progress());
        for (Content content : contents) {
            outcomes.add(reading.run(content, stated.by(request.organisation()), rules.around(targets())));
        }
        rules.finish();
        List<Conservation> accounts = new ArrayList<>();
        for (FileOutcome file : outcomes) {
            accounts.add(new Conservation(file.file(), file.rowsRead(), file.rowsKept(), file.rowsRefused(), 0));
        }
        for (Dataset dataset : request.datasets().all()) {
            for (TableRuns runs : tables.getOrDefault(dataset.id(), Map.of()).values()) {
                accounts.addAll(publish(dataset, runs));
            }
        }
        return new CleanResult(outcomes, accounts, suppressed);
    }

    private ReturnRun.Targets targets() {
        return new ReturnRun.Targets() {
            @Override
            public RowTarget<?> open(Recognised recognised) throws IOException {
                return CleanRun.this.open(recognised);
            }

            @Override
            public boolean admits(Recognised recognised, IssueSink issues) {
                return FileCleaning.mayLeave(request.organisation(), request.agreements(), recognised, issues);
            }
        };
    }

    private RowTarget<?> open(Recognised recognised) throws IOException {
        TableName table = recognised.table().name();
        Optional<TableRuns> runs = request.wanting(recognised.dataset(), table).isEmpty()
                ? Optional.empty()
                : Optional.of(runsOf(recognised.dataset(), table));
        TableFiles files = TableFiles.open(
                folder.staged().resolve("cleaned"),
                nameOf(recognised),
                Columns.of(recognised.table()),
                request.formats(),
                Long.MAX_VALUE);
        return new CleanedTarget(recognised, files, runs);
    }

    private Path work(Dataset dataset, TableName table) {
        return folder.work().resolve(dataset.id() + "-" + table);
    }

    /// `BAD_2020_episodes`; a second file of the same table and period has `_2` behind it.
    private String nameOf(Recognised recognised) {
        String name = request.organisation().code() + "_" + recognised.period() + "_" + recognised.table().name();
        int count = names.merge(name, 1, Integer::sum);
        return count == 1 ? name : name + "_" + count;
    }

    private List<Conservation> publish(Dataset dataset, TableRuns runs) throws IOException {
        List<UseCase> wanted = request.wanting(dataset, runs.table().name());
        runs.runs().release();
        try (runs) {
            Duplicates duplicates = new Duplicates(outcomes, runs.table());
            List<Conservation> accounts = new ArrayList<>();
            for (OutputTable.Made made : new OutputRun(request, folder.staged()).run(dataset, runs.toRows(), wanted, duplicates)) {
                accounts.add(controlled(dataset, made));
            }
            duplicates.report(report);
            return accounts;
        }
    }

    /// The account of an output, once it was controlled where its use case demands that.
    private Conservation controlled(Dataset dataset, OutputTable.Made made) throws IOException {
        Optional<Disclosure> rule = made.useCase().table(made.table().name()).flatMap(UseCase.TableRule::disclosure);
        if (rule.isEmpty()) {
            return made.account();
        }
        String name = OutputTable.nameOf(made.useCase(), dataset.id().value(), made.table());
        Path place = folder.staged().resolve("outputs").resolve(made.useCase().name().value());
        List<Suppressed> taken = control.control(
                new OutputControl.Output(
                        place, name, made.account().what(), request.partBytes(), folder.work().resolve("control-" + name)),
                rule.get());
        if (!request.formats().parquet()) {
            Files.delete(place.resolve(name + ".parquet"));
        }
        suppressed.addAll(taken);
        long removed = taken.stream().mapToLong(Suppressed::rowsRemoved).sum();
        Conservation account = made.account();
        return new Conservation(
                account.what(), account.in(), account.kept() - removed, account.refused() + removed, account.merged());
    }

    private TableRuns runsOf(Dataset dataset, TableName table) {
        return tables.computeIfAbsent(dataset.id(), _ -> new LinkedHashMap<>())
                .computeIfAbsent(
                        table, name -> new TableRuns(TableLayout.of(dataset, name), work(dataset, name), request.arenaBytes()));
    }

    @Override
    public void close() throws IOException {
        for (Map<TableName, TableRuns> dataset : tables.values()) {
            for (TableRuns runs : dataset.values()) {
                runs.close();
            }
        }
    }
}
