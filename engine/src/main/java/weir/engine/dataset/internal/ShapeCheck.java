package weir.engine.dataset.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import weir.engine.dataset.ElementGroup;
import weir.engine.dataset.EventKind;
import weir.engine.dataset.EventRows;
import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.RecordShape;
import weir.engine.dataset.Table;
import weir.engine.yaml.Faults;
import weir.engine.yaml.Nearest;

/// Checks that the elements of a table's records fit together.
final class ShapeCheck {

    private final Table table;
    private final RecordShape shape;
    private final int line;
    private final Faults faults;

    private ShapeCheck(Table table, RecordShape shape, int line, Faults faults) {
        this.table = table;
        this.shape = shape;
        this.line = line;
        this.faults = faults;
    }

    /// @param line where the table, or the change that made it so, stands
    static void report(Table table, int line, Faults faults) {
        Optional<RecordShape> shape = table.shape();
        if (shape.isPresent()) {
            new ShapeCheck(table, shape.get(), line, faults).report();
        } else if (table.fields().stream().anyMatch(field -> !field.element().paths().isEmpty())) {
            faults.add(line, "A field of " + table.name()
                    + " has an element, but the table has none: add the element of its records.");
        }
    }

    /// The same of a record that is checked and gives no row.
    static void reportUnkept(Table table, RecordShape shape, int line, Faults faults) {
        new ShapeCheck(table, shape, line, faults).reportElements();
    }

    private void report() {
        shape.events().ifPresentOrElse(this::reportEvents, this::reportRepeats);
        reportElements();
    }

    private void reportElements() {
        Map<String, FieldName> fieldByPath = new HashMap<>();
        for (Field field : table.fields()) {
            if (field.element().repeats() && !isText(field.type())) {
                faults.add(line, "The field " + field.name() + " of " + table.name()
                        + " may repeat, so its values are joined to a text: make it a text, a pattern or a category.");
            }
            for (String path : field.element().paths()) {
                FieldName other = fieldByPath.putIfAbsent(path, field.name());
                if (other != null) {
                    faults.add(line, "The element " + path + " is read into two fields, " + other + " and "
                            + field.name() + ": remove it from one of them.");
                }
            }
        }
        Set<String> leaves = new HashSet<>(fieldByPath.keySet());
        shape.events().stream()
                .flatMap(events -> events.kinds().stream())
                .map(EventKind::path)
                .forEach(leaves::add);
        Set<String> groups = leaves.stream().flatMap(path -> parents(path).stream()).collect(Collectors.toSet());
        leaves.stream().filter(groups::contains).forEach(path ->
                faults.add(line, "The element " + path + " of " + table.name() + " is a value and holds others: it can be only one."));
    }

    private static boolean isText(FieldType type) {
        return type instanceof FieldType.Text || type instanceof FieldType.Matching || type instanceof FieldType.Category;
    }

    private void reportEvents(EventRows events) {
        for (FieldName name : List.of(events.date(), events.type())) {
            if (table.field(name).isEmpty()) {
                faults.add(line, "The events of " + table.name() + " name the field '" + name
                        + "', which the table does not have." + Nearest.question(name.value(), TableCheck.fieldNames(table)));
            }
        }
    }

    /// A row of one record has room for one value of each field.
    private void reportRepeats() {
        Set<String> repeating = shape.groups().stream()
                .filter(ElementGroup::repeats)
                .map(ElementGroup::path)
                .collect(Collectors.toSet());
        for (Field field : table.fields()) {
            for (String path : field.element().paths()) {
                parents(path).stream().filter(repeating::contains).forEach(group -> faults.add(line, "The field "
                        + field.name() + " stands in the repeating group " + group
                        + ", which needs a table of events: make the group one that occurs once, or add 'events'."));
            }
        }
    }

    /// The groups of which something is said and in which nothing stands.
    static List<String> unusedGroups(Table table, RecordShape shape) {
        Stream<String> ofFields = table.fields().stream().flatMap(field -> field.element().paths().stream());
        Stream<String> ofEvents = shape.events().stream().flatMap(events -> events.kinds().stream()).map(EventKind::path);
        Set<String> used = Stream.concat(ofFields, ofEvents)
                .flatMap(path -> parents(path).stream())
                .collect(Collectors.toSet());
        return shape.groups().stream()
                .map(ElementGroup::path)
                .filter(group -> !used.contains(group))
                .toList();
    }

    /// The paths of the groups above an element: of `a/b/c` they are `a` and `a/b`.
    static List<String> parents(String path) {
        List<String> parents = new ArrayList<>();
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            parents.add(path.substring(0, slash));
        }
        return parents;
    }
}
