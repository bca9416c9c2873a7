package weir.engine.dataset.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;

/// The tables and fields that a rule of a use case may name: those of any version, and those that repairs add.
final class KnownTables {

    private final Map<String, Known> tables = new LinkedHashMap<>();

    KnownTables(List<Specification> versions) {
        for (Specification version : versions) {
            for (Table table : version.tables()) {
                Known known = tables.computeIfAbsent(FieldName.fold(table.name().value()), _ -> new Known(table.name()));
                table.fields().forEach(known::add);
            }
        }
    }

    List<String> names() {
        return tables.values().stream().map(known -> known.name().value()).toList();
    }

    Optional<Known> table(String name) {
        return Optional.ofNullable(tables.get(FieldName.fold(name)));
    }

    /// One table with each of its fields and the types it has had.
    record Known(TableName name, Map<String, KnownField> fields) {

        Known(TableName name) {
            this(name, new LinkedHashMap<>());
        }

        Optional<KnownField> field(String field) {
            return Optional.ofNullable(fields.get(FieldName.fold(field)));
        }

        List<String> fieldNames() {
            return fields.values().stream().map(field -> field.name().value()).toList();
        }

        void addByRepair(FieldName field) {
            fields.putIfAbsent(FieldName.fold(field.value()), new KnownField(field, new ArrayList<>()));
        }

        private void add(Field field) {
            fields.computeIfAbsent(
                            FieldName.fold(field.name().value()),
                            _ -> new KnownField(field.name(), new ArrayList<>()))
                    .types()
                    .add(field.type());
        }
    }

    /// A field and the type it has in each version that has it; no type when a repair adds it.
    record KnownField(FieldName name, List<FieldType> types) {}
}
