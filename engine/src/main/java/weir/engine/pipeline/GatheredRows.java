package weir.engine.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import weir.engine.dataset.Field;
import weir.engine.format.TableWriter.Column;
import weir.engine.format.TableWriter.Kind;
import weir.engine.record.Row;
import weir.engine.record.Value;
import weir.engine.rule.ReturnTables.CleanedTable;
import weir.engine.rule.Rule;

/// Keeps the fields of one table of one file that rules across records name, with the number of each row in `_row`.
final class GatheredRows {

    private static final byte[] NO_CSV = {};

    private final Recognised recognised;
    private final Path parquet;
    private final int[] fields;
    private final TableFiles files;
    private final Consumer<RuleChecks.Gathered> kept;

    private GatheredRows(
            Recognised recognised, Path parquet, int[] fields, TableFiles files, Consumer<RuleChecks.Gathered> kept) {
        this.recognised = recognised;
        this.parquet = parquet;
        this.fields = fields;
        this.files = files;
        this.kept = kept;
    }

    /// @param asking the rules that may read the table
    /// @param kept   gets the table when it is whole
    static GatheredRows open(
            Path folder, String name, Recognised recognised, List<Rule> asking, Consumer<RuleChecks.Gathered> kept)
            throws IOException {
        int[] fields = IntStream.range(0, recognised.table().fields().size())
                .filter(i -> asking.stream().anyMatch(rule -> names(rule, recognised.table().fields().get(i))))
                .toArray();
        List<Column> all = Columns.of(recognised.table());
        List<Column> columns = new ArrayList<>(IntStream.of(fields).mapToObj(all::get).toList());
        columns.add(new Column("_row", Kind.WHOLE));
        TableFiles files = TableFiles.open(folder, name, columns, new Formats(false, true), Long.MAX_VALUE);
        return new GatheredRows(recognised, folder.resolve(name + ".parquet"), fields, files, kept);
    }

    private static boolean names(Rule rule, Field field) {
        return rule.test() instanceof Rule.Across test && test.names(field.name());
    }

    /// The rows as they are kept. For any thread.
    List<Row> prepare(List<Row> rows) {
        return rows.stream().map(this::narrowed).toList();
    }

    private Row narrowed(Row row) {
        Value[] values = new Value[fields.length + 1];
        for (int i = 0; i < fields.length; i++) {
            values[i] = row.value(fields[i]);
        }
        values[fields.length] = new Value.Whole(row.number());
        return new Row(row.number(), values);
    }

    void take(List<Row> prepared) throws IOException {
        files.write(NO_CSV, prepared);
    }

    void keep() throws IOException {
        files.finish();
        kept.accept(new RuleChecks.Gathered(
                recognised,
                new CleanedTable(recognised.file(), recognised.table(), recognised.match().columns(), parquet)));
    }

    void discard() throws IOException {
        files.delete();
    }
}
