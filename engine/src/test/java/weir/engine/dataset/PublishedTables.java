package weir.engine.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The tables of the published schemas as they stand after a file and the differences that follow it: for each table its
/// columns in order, for each column what the schema says of it.
final class PublishedTables {

    private final Map<String, Map<String, Object>> tables = new LinkedHashMap<>();

    /// Takes a whole schema, or the part of it below a key.
    ///
    /// @param within the key the part lies below; empty for the whole
    void begin(Path file, String within) throws IOException {
        tables.clear();
        Map<String, Object> top = within.isEmpty() ? read(file) : map(read(file).get(within));
        Object columns = top.containsKey("column_map") ? top.get("column_map") : top.get("table_name");
        map(columns).forEach((table, fields) -> tables.put(table, new LinkedHashMap<>(map(fields))));
    }

    /// Applies the differences of a file, or of the part of it below a key; a file without that part says nothing of it.
    void change(Path file, String within) throws IOException {
        Map<String, Object> top = read(file);
        Object part = within.isEmpty() ? top : top.get(within);
        if (part != null) {
            map(part).forEach((path, change) -> apply(path.split("\\.", -1), map(change)));
        }
    }

    Map<String, Map<String, Object>> tables() {
        return tables;
    }

    private void apply(String[] path, Map<String, Object> change) {
        Object value = Objects.requireNonNull(change.get("value"));
        switch (String.valueOf(change.get("type"))) {
            case "add", "modify" -> put(path, value);
            case "rename" -> {
                Map<String, Object> columns = Objects.requireNonNull(tables.get(path[1]));
                columns.put(String.valueOf(value), Objects.requireNonNull(columns.remove(path[2])));
            }
            case "remove" -> remove(path, (List<?>) value);
            default -> throw new IllegalArgumentException("A change of an unknown kind: " + change.get("type"));
        }
    }

    private void put(String[] path, Object value) {
        if (path.length == 2) {
            tables.put(path[1], new LinkedHashMap<>(map(value)));
            return;
        }
        Map<String, Object> columns = Objects.requireNonNull(tables.get(path[1]), path[1]);
        if (path.length == 3) {
            columns.put(path[2], value);
        } else {
            // A column may be shared with others of the file by reference: only this one is changed.
            Map<String, Object> column = new LinkedHashMap<>(map(columns.get(path[2])));
            column.put(path[3], value);
            columns.put(path[2], column);
        }
    }

    private void remove(String[] path, List<?> names) {
        for (Object name : names) {
            if (path.length == 1) {
                tables.remove(String.valueOf(name));
            } else {
                Objects.requireNonNull(tables.get(path[1])).remove(String.valueOf(name).strip());
            }
        }
    }

    private static Map<String, Object> read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        LoadSettings settings = LoadSettings.builder().setMaxAliasesForCollections(10_000).setCodePointLimit(20_000_000).build();
        return map(new Load(settings).loadFromString(text));
    }

    /// A mapping, with what it takes over from others by `<<`.
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> given = (Map<String, Object>) (value == null ? Map.of() : value);
        if (!given.containsKey("<<")) {
            return given;
        }
        Map<String, Object> merged = new LinkedHashMap<>(map(given.get("<<")));
        given.forEach((key, own) -> {
            if (!key.equals("<<")) {
                merged.put(key, own);
            }
        });
        return merged;
    }

    static List<Object> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> several ? new ArrayList<>(several) : List.of(value);
    }
}
