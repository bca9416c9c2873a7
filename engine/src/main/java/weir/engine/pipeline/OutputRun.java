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
import weir.engine.protect.Protector;
import weir.engine.recognise.RetentionWindow;

/// Makes the outputs of one table for all use cases in one pass over its merged rows, each use case on a lane of its own.
final class OutputRun {

    private static final int BATCH = 512;

    private final CleanRequest request;
    private final Path folder;

    /// @param folder gets `outputs/USECASE/` and `lineage/USECASE/`
    OutputRun(CleanRequest request, Path folder) {
        this.request = request;
        this.folder = folder;
    }

    /// Told of rows that are merged, and counts them.
    interface Merging extends LatestRows.Merged {

        long merged();
    }

    List<OutputTable.Made> run(Dataset dataset, TableRows rows, List<UseCase> useCases, Merging merging)
            throws IOException {
        List<OutputTable> outputs = new ArrayList<>();
        List<Lane<Submitted>> lanes = new ArrayList<>();
        try {
            for (UseCase useCase : useCases) {
                OutputTable output = open(dataset, rows, useCase);
                outputs.add(output);
                lanes.add(new Lane<>(useCase.name().value(), output::take));
            }
            try (LatestRows latest = new LatestRows(rows.sources(), rows.keyed(), merging)) {
                feed(latest, lanes);
            }
            List<OutputTable.Made> made = new ArrayList<>();
            for (int i = 0; i < lanes.size(); i++) {
                lanes.get(i).finish();
                made.add(outputs.get(i).finish(rows.rows(), merging.merged()));
            }
            return made;
        } finally {
            for (Lane<Submitted> lane : lanes) {
                lane.close();
            }
            for (OutputTable output : outputs) {
                output.close();
            }
        }
    }

    private OutputTable open(Dataset dataset, TableRows rows, UseCase useCase) throws IOException {
        RetentionWindow window = RetentionWindow.on(
                request.today(),
                useCase.retention().years(),
                useCase.retention().startMonth());
        int latestYear = Optional.ofNullable(rows.years().floor(window.last())).orElse(window.last());
        Path place = folder.resolve("outputs").resolve(useCase.name().value());
        String name = OutputTable.nameOf(useCase, dataset.id().value(), rows.table());
        UseCase.TableRule rule = useCase.table(rows.table().name()).orElseThrow();
        // The control of disclosure reads Parquet.
        Formats formats = rule.disclosure().isPresent() ? request.formats().withParquet() : request.formats();
        return new OutputTable(
                useCase,
                rule,
                rows.table(),
                request.organisation(),
                window,
                latestYear,
                source -> rows.parts().getOrDefault(source, ""),
                new Protector(useCase.name(), request.pseudonymKey()),
                columns -> TableFiles.open(place, name, columns, formats, request.partBytes()),
                lineage(useCase, name));
    }

    private Optional<LineageWriter> lineage(UseCase useCase, String name) throws IOException {
        return request.formats().lineage()
                ? Optional.of(LineageWriter.open(
                        folder.resolve("lineage").resolve(useCase.name().value()).resolve(name + ".parquet")))
                : Optional.empty();
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
