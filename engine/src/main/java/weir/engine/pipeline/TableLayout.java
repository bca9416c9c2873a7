package weir.engine.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import weir.engine.dataset.Dataset;
import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;
import weir.engine.record.Row;
import weir.engine.record.Value;

/// The one layout in which rows of every version of a table stand: the fields of the latest version that has the table,
/// then those that only earlier ones have.
public final class TableLayout {

    /// Goes up when the form of kept rows changes.
    private static final String FORM = "1";

    private final Table table;

    private TableLayout(Table table) {
        this.table = table;
    }

    /// @param name a table of at least one version
    public static TableLayout of(Dataset dataset, TableName name) {
        Map<FieldName, Field> fields = new LinkedHashMap<>();
        List<Table> versions = new ArrayList<>();
        for (Specification version : dataset.versions().reversed()) {
            version.table(name).ifPresent(table -> {
                versions.add(table);
                table.fields().forEach(field -> fields.putIfAbsent(field.name(), field));
            });
        }
        Table latest = versions.getFirst();
        return new TableLayout(latest.withFields(List.copyOf(fields.values())));
    }

    public Table table() {
        return table;
    }

    /// Two layouts of the same name hold rows in the same form, sorted by the same key.
    public String name() {
        StringBuilder text = new StringBuilder(FORM).append(' ').append(table.identity());
        table.fields().forEach(field -> text.append(' ')
                .append(field.name())
                .append(field.isRequired() ? "!" : ""));
        return Manifest.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
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
}
