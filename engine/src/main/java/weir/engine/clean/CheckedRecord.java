package weir.engine.clean;

import java.util.Optional;

import weir.engine.record.Element;
import weir.engine.record.Value;

/// One XML record after it was checked, flat: what of it the specification knows, in the order of the file. The record
/// itself is the first. An element holds either a value, a blank when it did not fit its type, or other elements.
///
/// Immutable once it is handed on.
public final class CheckedRecord {

    /// Stands for the element that holds the first.
    private static final int NONE = -1;

    private final ElementNode[] nodes;
    private final Value[] values;
    private final int[] lines;
    private final int[] parents;
    private final int[] ends;
    private int size;

    /// @param room how many elements it may get
    CheckedRecord(int room) {
        nodes = new ElementNode[room];
        values = new Value[room];
        lines = new int[room];
        parents = new int[room];
        ends = new int[room];
    }

    /// The first element at a path below the record, as in `CollectionDetails/Year`, when it holds a value or a blank.
    public Optional<Element> find(String path) {
        Optional<ElementNode> node = nodes[0].find(path);
        for (int i = 0; i < size; i++) {
            if (node.isPresent() && nodes[i] == node.get() && nodes[i].reader().isPresent()) {
                return Optional.of(new Element(nodes[i].name(), lines[i], values[i]));
            }
        }
        return Optional.empty();
    }

    /// Begins an element that holds others, which is to be closed with [#close(int)].
    int open(ElementNode node, int line, int parent) {
        return add(node, line, parent, Value.blank());
    }

    /// Begins the record itself.
    int open(ElementNode node, int line) {
        return open(node, line, NONE);
    }

    int add(ElementNode node, int line, int parent, Value value) {
        nodes[size] = node;
        lines[size] = line;
        parents[size] = parent;
        values[size] = value;
        ends[size] = size + 1;
        return size++;
    }

    void close(int element) {
        ends[element] = size;
    }

    int line(int element) {
        return lines[element];
    }

    ElementNode node(int element) {
        return nodes[element];
    }

    /// What the element holds; a blank for one that holds others.
    Value value(int element) {
        return values[element];
    }

    /// The element that directly holds this one.
    int parent(int element) {
        return parents[element];
    }

    /// The first element behind this one that is not within it.
    int end(int element) {
        return ends[element];
    }

    @Override
    public String toString() {
        return "record[" + size + " elements]";
    }
}
