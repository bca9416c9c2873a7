package weir.engine.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

import weir.engine.compare.KeyedRows;
import weir.engine.compare.SortedRuns;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;
import weir.engine.record.Row;
import weir.engine.record.Value;

/// The cleaned rows of one table from all files, sorted to be merged. Rows of every version stand in one layout: the
/// fields of the latest version that has the table, then those that only earlier ones have.
final class TableRuns implements Closeable {

    private final Table table;
    private final KeyedRows keyed;
    private final SortedRuns runs;
    private final NavigableSet<Integer> years = new TreeSet<>();
    private long rows;

    TableRuns(Dataset dataset, TableName name, Path folder, int arenaBytes) {
        table = layout(dataset, name);
        keyed = new KeyedRows(table);
        runs = new SortedRuns(folder, arenaBytes);
    }

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
        return new Table(
                latest.name(),
                latest.title(),
                List.copyOf(fields.values()),
                latest.identity(),
                latest.repair(),
                latest.source());
    }

    Table table() {
        return table;
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

    /// The years of the returns that rows were kept of.
    NavigableSet<Integer> years() {
        return years;
    }

    void count(long kept, int year) {
        rows += kept;
        years.add(year);
    }

    /// The rows of a version's table in this layout.
    List<Row> inLayout(Table version, List<Row> given) {
        if (version.fields().size() == table.fields().size() && hasSameOrder(version)) {
            return given;
        }
        int[] from = table.fields().stream()
                .mapToInt(field -> version.indexOf(field.name()).orElse(-1))
                .toArray();
        return given.stream().map(row -> project(row, from)).toList();
    }

    private boolean hasSameOrder(Table version) {
        for (int i = 0; i < table.fields().size(); i++) {
            if (!table.fields().get(i).name().equals(version.fields().get(i).name())) {
                return false;
            }
        }
        return true;
    }

    private static Row project(Row row, int[] from) {
        Value[] values = new Value[from.length];
        for (int i = 0; i < from.length; i++) {
            values[i] = from[i] < 0 ? Value.blank() : row.value(from[i]);
        }
        return new Row(row.number(), values);
    }

    @Override
    public void close() throws IOException {
        runs.close();
    }
}
