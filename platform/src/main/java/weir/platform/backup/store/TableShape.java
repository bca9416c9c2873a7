package weir.platform.backup.store;

import java.util.List;

/// A table and the columns that are copied: all but those the database computes.
///
/// @param columns in the order they have in the copy
public record TableShape(String schema, String table, List<String> columns) {

    public TableShape {
        columns = List.copyOf(columns);
    }

    /// `schema.table`.
    public String name() {
        return schema + "." + table;
    }

    String quotedName() {
        return quote(schema) + "." + quote(table);
    }

    String quotedColumns() {
        return String.join(", ", columns.stream().map(TableShape::quote).toList());
    }

    private static String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
