package weir.engine.audit;

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
import weir.engine.repair.Repair;

/// Every field of every table that any version of a dataset has, and the versions that have it.
final class FieldHistory {

    private final Dataset dataset;
    private final Map<TableName, Map<FieldName, List<Integer>>> versionsByField = new LinkedHashMap<>();

    FieldHistory(Dataset dataset) {
        this.dataset = dataset;
        dataset.tableNames().forEach(table -> versionsByField.put(table, new LinkedHashMap<>()));
        for (int i = 0; i < dataset.versions().size(); i++) {
            for (Table table : dataset.versions().get(i).tables()) {
                for (Field field : table.fields()) {
                    fields(table.name()).computeIfAbsent(field.name(), _ -> new ArrayList<>()).add(i);
                }
            }
        }
    }

    List<TableName> tables() {
        return dataset.tableNames();
    }

    List<FieldName> fieldsOf(TableName table) {
        return List.copyOf(fields(table).keySet());
    }

    /// Whether returns have the field; otherwise the program adds it.
    boolean has(TableName table, FieldName field) {
        return fields(table).containsKey(field);
    }

    /// Whether the repair of the table may change the field.
    boolean isMended(TableName name, FieldName field) {
        return dataset.versions().stream()
                .flatMap(version -> version.table(name).stream())
                .flatMap(table -> Repair.named(table.repair(), table).stream())
                .anyMatch(repair -> repair.changed().contains(field));
    }

    /// The returns that have a field, in words; empty when all have it.
    String periods(TableName table, FieldName field) {
        List<Integer> versions = fields(table).getOrDefault(field, List.of());
        if (versions.isEmpty() || versions.size() == dataset.versions().size()) {
            return "";
        }
        int next = versions.getLast() + 1;
        String from = versions.getFirst() == 0 ? "" : "from " + since(versions.getFirst());
        String until = next == dataset.versions().size() ? "" : "before " + since(next);
        return (from + " " + until).strip();
    }

    private String since(int version) {
        Specification specification = dataset.versions().get(version);
        return specification.since().toString();
    }

    private Map<FieldName, List<Integer>> fields(TableName table) {
        return versionsByField.computeIfAbsent(table, _ -> new LinkedHashMap<>());
    }
}
