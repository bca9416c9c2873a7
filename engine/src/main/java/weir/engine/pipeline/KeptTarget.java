package weir.engine.pipeline;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import weir.engine.compare.KeptRows;
import weir.engine.compare.KeyedRows;
import weir.engine.format.TableWriter.Column;
import weir.engine.format.TableWriter.Kind;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.IssueSink;
import weir.engine.issue.Place;
import weir.engine.pipeline.FileCleaning.KeptTable;
import weir.engine.record.Row;
import weir.engine.record.Value;

/// Keeps the cleaned rows of one table of one file: as Parquet with the number of each row, and sorted by their keys.
final class KeptTarget implements RowTarget<KeptTarget.Block> {

    /// Told of one by one; more repeats of a table are only counted when they are merged.
    private static final int TOLD = 10_000;

    private static final byte[] NO_CSV = {};

    private final Recognised recognised;
    private final int source;
    private final Path folder;
    private final String name;
    private final TableRuns runs;
    private final TableFiles files;
    private final IssueSink issues;
    private final List<KeptTable> kept;
    private final List<Long> repeats = new ArrayList<>();
    private long rows;

    /// A block on its way.
    record Block(List<Row> rows, KeyedRows.Batch keyed) {}

    /// @param source the number the file has for ever
    /// @param kept   gets the table when it is whole
    KeptTarget(
            Recognised recognised,
            int source,
            Path folder,
            String name,
            int arenaBytes,
            IssueSink issues,
            List<KeptTable> kept)
            throws IOException {
        this.recognised = recognised;
        this.source = source;
        this.folder = folder;
        this.name = name;
        this.issues = issues;
        this.kept = kept;
        TableLayout layout = TableLayout.of(recognised.dataset(), recognised.table().name());
        this.runs = new TableRuns(layout, folder.resolve(name + ".work"), arenaBytes);
        this.files = TableFiles.open(folder, name, columns(), new Formats(false, true), Long.MAX_VALUE);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(Columns.of(recognised.table()));
        columns.add(new Column("_row", Kind.WHOLE));
        return columns;
    }

    @Override
    public Block prepare(List<Row> given) {
        List<Row> inLayout = runs.layout().inLayout(recognised.table(), given);
        KeyedRows.Batch keyed = runs.keyed().encode(inLayout, recognised.period(), source);
        return new Block(given.stream().map(KeptTarget::numbered).toList(), keyed);
    }

    private static Row numbered(Row row) {
        Value[] values = new Value[row.size() + 1];
        for (int i = 0; i < row.size(); i++) {
            values[i] = row.value(i);
        }
        values[row.size()] = new Value.Whole(row.number());
        return new Row(row.number(), values);
    }

    @Override
    public void take(Block block) throws IOException {
        files.write(NO_CSV, block.rows());
        runs.runs().add(block.keyed());
        rows += block.rows().size();
    }

    @Override
    public void keep() throws IOException {
        try (runs) {
            files.finish();
            runs.runs().keep();
            Path sorted = folder.resolve(name + ".rows");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(sorted))) {
                KeptRows.write(runs.runs().sources(), runs.layout().name(), out, this::repeats);
            }
            kept.add(new KeptTable(
                    recognised, rows, runs.layout().name(), folder.resolve(name + ".parquet"), sorted));
        }
        repeats.sort(Long::compare);
        Place table = Place.file(recognised.file()).table(recognised.table().name().value());
        repeats.forEach(row -> issues.accept(Issue.warning(IssueCode.ROW_DUPLICATE, table.row(row), "")));
    }

    private void repeats(long row) {
        if (repeats.size() < TOLD) {
            repeats.add(row);
        }
    }

    @Override
    public void discard() throws IOException {
        try (runs) {
            files.delete();
            runs.runs().discard();
        }
    }
}
