package weir.engine.recognise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.Table;

/// How a file's columns and a table's fields fit together.
///
/// @param table      the table
/// @param columns    for each field, the column it stands in; -1 for a field the file lacks
/// @param unknown    the columns that are no field, in order; columns with a blank header are left out
/// @param repeated   the columns that name a field another column has already named
public record HeaderMatch(Table table, List<Integer> columns, List<Integer> unknown, List<Integer> repeated) {

    public HeaderMatch {
        columns = List.copyOf(columns);
        unknown = List.copyOf(unknown);
        repeated = List.copyOf(repeated);
    }

    public static HeaderMatch of(Table table, List<String> header) {
        Integer[] columns = new Integer[table.fields().size()];
        Arrays.fill(columns, -1);
        List<Integer> unknown = new ArrayList<>();
        List<Integer> repeated = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            int field = fieldOf(table, header.get(column));
            if (field < 0) {
                if (!header.get(column).isBlank()) {
                    unknown.add(column);
                }
            } else if (columns[field] < 0) {
                columns[field] = column;
            } else {
                repeated.add(column);
            }
        }
        return new HeaderMatch(table, Arrays.asList(columns), unknown, repeated);
    }

    private static int fieldOf(Table table, String header) {
        for (int i = 0; i < table.fields().size(); i++) {
            if (table.fields().get(i).isNamedBy(header)) {
                return i;
            }
        }
        return -1;
    }

    /// Whether the file has every field.
    public boolean isWhole() {
        return !columns.contains(-1);
    }

    public List<FieldName> missing() {
        List<FieldName> missing = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) < 0) {
                missing.add(table.fields().get(i).name());
            }
        }
        return missing;
    }

    /// How many of the table's fields the file has.
    public int found() {
        return columns.size() - missing().size();
    }

    public Optional<Field> fieldAt(int column) {
        int field = columns.indexOf(column);
        return field < 0 ? Optional.empty() : Optional.of(table.fields().get(field));
    }
}
