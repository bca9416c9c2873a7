package weir.engine.dataset.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import weir.engine.dataset.Code;
import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Field;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Period;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;

/// The tables and code lists as they stand while one version after another changes them.
///
/// A field of a named list holds the name only, so that a change of the list reaches every field of later versions;
/// [#specification] fills in the codes.
final class Edition {

    private final Map<String, FieldType.Category> lists = new LinkedHashMap<>();
    private final List<Table> tables = new ArrayList<>();

    /// Another edition with the same code lists and no tables.
    Edition withTheSameLists() {
        Edition other = new Edition();
        other.lists.putAll(lists);
        return other;
    }

    boolean hasList(String name) {
        return lists.containsKey(name);
    }

    Set<String> listNames() {
        return lists.keySet();
    }

    List<Code> list(String name) {
        FieldType.Category list = lists.get(name);
        return list == null ? List.of() : list.codes();
    }

    void put(String listName, List<Code> codes) {
        lists.put(listName, new FieldType.Category(listName, codes));
    }

    /// Puts a changed list in the place of the old; the rule of each field that uses it is now published elsewhere.
    void change(String listName, List<Code> codes, String source) {
        put(listName, codes);
        tables.replaceAll(table -> withFields(table, field -> uses(field, listName)
                ? field.withSource(source)
                : field));
    }

    List<String> tableNames() {
        return tables.stream().map(table -> table.name().value()).toList();
    }

    Optional<Table> table(String name) {
        return tables.stream().filter(table -> table.name().value().equalsIgnoreCase(name)).findFirst();
    }

    void add(Table table) {
        tables.add(table);
    }

    void remove(TableName name) {
        tables.removeIf(table -> table.name().equals(name));
    }

    void replace(Table table) {
        tables.replaceAll(old -> old.name().equals(table.name()) ? table : old);
    }

    Specification specification(DatasetId dataset, Period since, String source, List<String> reasons) {
        return new Specification(dataset, since, source, reasons,
                tables.stream().map(table -> withFields(table, this::withCodes)).toList());
    }

    private static boolean uses(Field field, String listName) {
        return field.type() instanceof FieldType.Category category && category.listName().equals(listName);
    }

    private static Table withFields(Table table, UnaryOperator<Field> change) {
        List<Field> fields = new ArrayList<>(table.fields().size());
        for (Field field : table.fields()) {
            fields.add(change.apply(field));
        }
        return table.withFields(fields);
    }

    private Field withCodes(Field field) {
        if (field.type() instanceof FieldType.Category category && !category.listName().isEmpty()) {
            return field.withType(lists.getOrDefault(category.listName(), category));
        }
        return field;
    }
}
