package weir.engine.clean;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;
import weir.engine.dataset.ElementGroup;
import weir.engine.dataset.EventKind;
import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.RecordShape;
import weir.engine.dataset.Table;

/// What the specification says of one element of a table's records, and of all within it. Made once per table; safe for
/// several threads afterwards.
final class ElementNode {

    private static final int NO_FIELD = -1;

    private final String name;
    private final int depth;
    private final Map<String, ElementNode> children = new LinkedHashMap<>();
    private List<ElementNode> required = List.of();
    private Optional<CellReader> reader = Optional.empty();
    private boolean isRequired;
    private boolean repeats;
    private int field = NO_FIELD;
    private int number;
    private int count;
    private int layers = 1;

    private ElementNode(String name, int depth) {
        this.name = name;
        this.depth = depth;
    }

    /// The node of the records of a table.
    static ElementNode of(Table table, RecordShape shape) {
        String element = shape.element();
        ElementNode root = new ElementNode(element.substring(element.lastIndexOf('/') + 1), 0);
        for (int i = 0; i < table.fields().size(); i++) {
            Field field = table.fields().get(i);
            if (!field.element().paths().isEmpty()) {
                root.add(field, i, CellReader.of(field));
            }
        }
        shape.events().ifPresent(events -> {
            CellReader dates = CellReader.of(field(table, events.date()));
            events.kinds().stream().map(EventKind::path).forEach(path -> root.addDate(path, dates));
        });
        shape.groups().forEach(root::limit);
        root.settle(0);
        return root;
    }

    private static Field field(Table table, FieldName name) {
        OptionalInt index = table.indexOf(name);
        return table.fields().get(index.orElseThrow());
    }

    private void add(Field of, int index, CellReader with) {
        for (String path : of.element().paths()) {
            ElementNode leaf = at(path);
            leaf.reader = Optional.of(with);
            leaf.isRequired = of.isRequired();
            leaf.repeats = of.element().repeats();
            leaf.field = index;
        }
    }

    /// The element of an event that is no field: its date stands in the date of the row only, and may repeat.
    private void addDate(String path, CellReader dates) {
        ElementNode leaf = at(path);
        if (leaf.reader.isEmpty()) {
            leaf.reader = Optional.of(dates);
            leaf.repeats = true;
        }
    }

    private void limit(ElementGroup group) {
        find(group.path()).ifPresent(node -> {
            node.isRequired = group.isRequired();
            node.repeats = group.repeats();
        });
    }

    private ElementNode at(String path) {
        ElementNode node = this;
        for (String step : path.split("/", -1)) {
            node = node.orNew(step);
        }
        return node;
    }

    private ElementNode orNew(String child) {
        ElementNode known = children.get(child);
        if (known != null) {
            return known;
        }
        ElementNode made = new ElementNode(child, depth + 1);
        children.put(child, made);
        return made;
    }

    /// Works out what is asked of each element, once everything is said.
    private void settle(int next) {
        number = next;
        count = 1;
        required = children.values().stream().filter(ElementNode::isRequired).toList();
        for (ElementNode child : children.values()) {
            child.settle(next + count);
            count += child.count;
        }
        Map<Integer, Integer> depths = new HashMap<>();
        layers = holdsAtSeveralDepths(depths) ? Collections.max(depths.values()) - depth : 1;
    }

    private boolean holdsAtSeveralDepths(Map<Integer, Integer> depths) {
        boolean found = false;
        for (ElementNode child : children.values()) {
            if (child.reader.isPresent()) {
                int other = depths.getOrDefault(child.field, child.depth);
                found |= child.isOfField() && other != child.depth;
                depths.merge(child.field, child.depth, Math::max);
            } else if (!child.repeats) {
                found |= child.holdsAtSeveralDepths(depths);
            }
        }
        return found;
    }

    Optional<ElementNode> find(String path) {
        @Nullable ElementNode node = this;
        for (String step : path.split("/", -1)) {
            node = node == null ? null : node.children.get(step);
        }
        return Optional.ofNullable(node);
    }

    String name() {
        return name;
    }

    /// Its number among all nodes of the table, counted from 0, which is the record's.
    int number() {
        return number;
    }

    /// How many nodes it is, itself and all within it.
    int count() {
        return count;
    }

    /// How deep it stands in the record, which itself stands at 0.
    int depth() {
        return depth;
    }

    /// In how many layers the values within it are to be taken, counted from it inwards: one, unless a field may stand at
    /// several depths, of which the deepest is to win.
    int layers() {
        return layers;
    }

    /// The children that must stand in it, in the order in which the specification names them.
    List<ElementNode> required() {
        return required;
    }

    @Nullable ElementNode child(String child) {
        return children.get(child);
    }

    /// Reads the value of an element that holds one; empty for one that holds others.
    Optional<CellReader> reader() {
        return reader;
    }

    boolean isRequired() {
        return isRequired;
    }

    boolean repeats() {
        return repeats;
    }

    boolean isOfField() {
        return field != NO_FIELD;
    }

    /// The position of its field in the table; only where [#isOfField()] holds.
    int field() {
        return field;
    }
}
