package weir.engine.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import weir.engine.compare.LatestRows;
import weir.engine.compare.Submitted;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.UseCase;
import weir.engine.issue.report.FileOutcome;
import weir.engine.issue.report.ReportSink;
import weir.engine.protect.Protector;
import weir.engine.recognise.RetentionWindow;

/// Makes the outputs of one table for all use cases in one pass over its merged rows, each use case on a lane of its own.
final class OutputRun {

    private static final int BATCH = 512;

    private final CleanRequest request;
    private final OutputFolder folder;
    private final ReportSink report;
    private final List<FileOutcome> files;

    OutputRun(CleanRequest request, OutputFolder folder, ReportSink report, List<FileOutcome> files) {
        this.request = request;
        this.folder = folder;
        this.report = report;
        this.files = files;
    }

    List<Conservation> run(Dataset dataset, TableRuns runs, List<UseCase> useCases)
            throws IOException {
        List<OutputTable> outputs = new ArrayList<>();
        List<Lane<Submitted>> lanes = new ArrayList<>();
        Duplicates duplicates = new Duplicates(files, runs.table());
        try {
            for (UseCase useCase : useCases) {
                OutputTable output = open(dataset, runs, useCase);
                outputs.add(output);
                lanes.add(new Lane<>(useCase.name().value(), output::take));
            }
            try (LatestRows latest = new LatestRows(runs.runs(), runs.keyed(), duplicates)) {
                feed(latest, lanes);
            }
            List<Conservation> accounts = new ArrayList<>();
            for (int i = 0; i < lanes.size(); i++) {
                lanes.get(i).finish();
                accounts.add(outputs.get(i).finish(runs.rows(), duplicates.merged()));
            }
            duplicates.report(report);
            return accounts;
        } finally {
            for (Lane<Submitted> lane : lanes) {
                lane.close();
            }
            for (OutputTable output : outputs) {
                output.close();
            }
        }
    }

    private OutputTable open(Dataset dataset, TableRuns runs, UseCase useCase)
            throws IOException {
        RetentionWindow window = RetentionWindow.on(
                request.today(),
                useCase.retention().years(),
                useCase.retention().startMonth());
        int latestYear = Optional.ofNullable(runs.years().floor(window.last())).orElse(window.last());
        Path place = folder.staged().resolve("outputs").resolve(useCase.name().value());
        String name = OutputTable.nameOf(useCase, dataset.id().value(), runs.table());
        return new OutputTable(
                useCase,
                useCase.table(runs.table().name()).orElseThrow(),
                runs.table(),
                request.organisation(),
                window,
                latestYear,
                new Protector(useCase.name(), request.pseudonymKey()),
                columns -> TableFiles.open(place, name, columns, request.formats(), request.partBytes()));
    }

    private static void feed(LatestRows latest, List<Lane<Submitted>> lanes) throws IOException {
        List<Submitted> batch = new ArrayList<>(BATCH);
        Optional<Submitted> row = latest.next();
        while (row.isPresent()) {
            batch.add(row.get());
            if (batch.size() == BATCH) {
                put(batch, lanes);
                batch = new ArrayList<>(BATCH);
            }
            row = latest.next();
        }
        put(batch, lanes);
    }

    private static void put(List<Submitted> batch, List<Lane<Submitted>> lanes) throws IOException {
        for (Lane<Submitted> lane : lanes) {
            lane.put(batch);
        }
    }
}
