package weir.engine.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
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
    private long rows;

    TableRuns(TableLayout layout, Path folder, int arenaBytes) {
        this.layout = layout;
        keyed = new KeyedRows(layout.table());
        runs = new SortedRuns(folder, arenaBytes);
    }

<<<<<<< HEAD
    TableLayout layout() {
        return layout;
=======
    private static Table layout(Dataset dataset, TableName name) {
        Map<FieldName, Field> fields = new LinkedHashMap<>();
        List<Table> versions = new ArrayList<>();
        for (Specification version : dataset.versions().reversed()) {
            version.table(name).ifPresent(table -> {
                versions.add(table);
                table.fields().forEach(field -> fields.putIfAbsent(field.name(), field));
            });
        }
        Table latest = versions.getFirst();
        return latest.withFields(List.copyOf(fields.values()));
>>>>>>> 1071e8b (Recognise months, terms, school types and identifiers; tables per term; vertical forms)
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

    void count(long kept, int year) {
        rows += kept;
        years.add(year);
    }

    /// What outputs are made from; good until this is closed.
    TableRows toRows() {
        return new TableRows(table(), keyed, runs.sources(), years, rows);
    }

    @Override
    public void close() throws IOException {
        runs.close();
    }
}
