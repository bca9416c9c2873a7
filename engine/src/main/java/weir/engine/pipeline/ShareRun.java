package weir.engine.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

import weir.engine.compare.KeptRows;
import weir.engine.compare.KeyedRows;
import weir.engine.compare.KeyedSource;
import weir.engine.compare.Submitted;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.TableName;
import weir.engine.dataset.UseCase;

/// Makes what one organisation gives of one dataset to each use case, from the kept tables of its files: the latest row of
/// each record, within retention, repaired, enriched and protected. No file is read again.
public final class ShareRun {

    private final CleanRequest request;
    private final Path folder;

    /// @param folder gets `outputs/USECASE/` and, when asked for, `lineage/USECASE/`
    public ShareRun(CleanRequest request, Path folder) {
        this.request = request;
        this.folder = folder;
    }

    /// The kept rows of one table of one file.
    ///
    /// @param source the number of the file
    /// @param year   the year of the return
    /// @param part   what part of the whole the return is, as in `acad`; empty when it is whole
    /// @param opening gives what [KeptRows#write] wrote
    public record Kept(int source, int year, String part, long rows, KeyedSource opening) {}

    /// One table of one use case.
    ///
    /// @param name    of its files, without their endings: `PAN_ssda903_episodes`
    /// @param account its rows: in, kept, held back, merged
    public record Share(UseCase useCase, TableName table, String name, Conservation account) {}

    /// @throws KeptRows.OtherLayout when a file was kept by another specification; nothing is made then
    public List<Share> run(Dataset dataset, TableName table, List<Kept> kept) throws IOException {
        TableLayout layout = TableLayout.of(dataset, table);
        List<UseCase> useCases = request.wanting(dataset, table);
        if (useCases.isEmpty()) {
            return List.of();
        }
        Merged merged = new Merged();
        return new OutputRun(request, folder).run(dataset, rows(layout, kept), useCases, merged).stream()
                .map(made -> new Share(
                        made.useCase(),
                        table,
                        OutputTable.nameOf(made.useCase(), dataset.id().value(), made.table()),
                        made.account()))
                .toList();
    }

    private static TableRows rows(TableLayout layout, List<Kept> kept) {
        NavigableSet<Integer> years = new TreeSet<>();
        List<KeyedSource> sources = new ArrayList<>();
        Map<Integer, String> parts = new HashMap<>();
        long rows = 0;
        for (Kept one : kept) {
            years.add(one.year());
            rows += one.rows();
            parts.put(one.source(), one.part());
            sources.add(() -> open(one, layout.name()));
        }
        return new TableRows(layout.table(), new KeyedRows(layout.table()), sources, years, parts, rows);
    }

    private static InputStream open(Kept kept, String layout) throws IOException {
        return KeptRows.open(kept.opening().open(), layout);
    }

    /// Counts the rows that are merged into later ones.
    private static final class Merged implements OutputRun.Merging {

        private long rows;

        @Override
        public void accept(int source, long row, Submitted latest) {
            rows++;
        }

        @Override
        public long merged() {
            return rows;
        }
    }
}
