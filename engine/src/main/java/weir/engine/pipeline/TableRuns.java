package weir.engine.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

import weir.engine.compare.KeyedRows;
import weir.engine.compare.SortedRuns;
import weir.engine.dataset.Table;

/// The cleaned rows of one table from all files, sorted to be merged.
final class TableRuns implements Closeable {

    private final TableLayout layout;
    private final KeyedRows keyed;
    private final SortedRuns runs;
    private final NavigableSet<Integer> years = new TreeSet<>();
    private final Map<Integer, String> parts = new HashMap<>();
    private long rows;

    TableRuns(TableLayout layout, Path folder, int arenaBytes) {
        this.layout = layout;
        keyed = new KeyedRows(layout.table());
        runs = new SortedRuns(folder, arenaBytes);
    }

    TableLayout layout() {
        return layout;
    }

    Table table() {
        return layout.table();
    }

    KeyedRows keyed() {
        return keyed;
    }

    SortedRuns runs() {
        return runs;
    }

    long rows() {
        return rows;
    }

    void count(long kept, Recognised recognised) {
        rows += kept;
        years.add(recognised.period().year());
        parts.put(recognised.source(), recognised.part());
    }

    /// What outputs are made from; good until this is closed.
    TableRows toRows() {
        return new TableRows(table(), keyed, runs.sources(), years, parts, rows);
    }

    @Override
    public void close() throws IOException {
        runs.close();
    }
}
