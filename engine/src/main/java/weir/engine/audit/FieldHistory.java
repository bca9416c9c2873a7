package weir.engine.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import weir.engine.dataset.Dataset;
import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.Period;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;
import weir.engine.repair.Repair;

/// Every field of every table that any version of a dataset has, and the versions that have it.
final class FieldHistory {

    private final Dataset dataset;
    private final Map<TableName, Map<FieldName, List<Specification>>> versionsByField = new LinkedHashMap<>();

    FieldHistory(Dataset dataset) {
        this.dataset = dataset;
        dataset.tableNames().forEach(table -> versionsByField.put(table, new LinkedHashMap<>()));
        for (Specification version : dataset.versions()) {
            for (Table table : version.tables()) {
                for (Field field : table.fields()) {
                    fields(table.name()).computeIfAbsent(field.name(), _ -> new ArrayList<>()).add(version);
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

    /// The returns that have a field, in words, term by term where terms have rules of their own; empty when all have it.
    String periods(TableName table, FieldName field) {
        List<Specification> having = fields(table).getOrDefault(field, List.of());
        if (having.isEmpty() || having.size() == dataset.versions().size()) {
            return "";
        }
        return dataset.chains().stream()
                .map(chain -> periods(chain, chain.stream().filter(having::contains).toList()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String periods(List<Specification> chain, List<Specification> having) {
        if (having.isEmpty()) {
            return "";
        }
        if (having.size() == chain.size()) {
            return chain.getFirst().since().term().map(Period.Term::word).orElse("");
        }
        int next = chain.indexOf(having.getLast()) + 1;
        String from = having.getFirst().equals(chain.getFirst()) ? "" : "from " + having.getFirst().since();
        String until = next == chain.size() ? "" : "before " + chain.get(next).since();
        return (from + " " + until).strip();
    }

    private Map<FieldName, List<Specification>> fields(TableName table) {
        return versionsByField.computeIfAbsent(table, _ -> new LinkedHashMap<>());
    }
}
