package weir.engine.generate;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import weir.engine.dataset.EventKind;
import weir.engine.dataset.EventRows;
import weir.engine.dataset.RecordShape;
import weir.engine.dataset.Table;

/// How the fields of a table stand in an element of an XML return, in the order of the fields: each once.
final class RecordTree {

    private final String element;
    private final Set<String> required;
    private final Set<String> events;
    private final Node top = new Node("", -1);

    /// An element. @param field the place of the field it holds, -1 for an element that holds others
    private record Node(String path, int field, Map<String, Node> below) {

        Node(String path, int field) {
            this(path, field, new LinkedHashMap<>());
        }

        boolean isEmpty(List<String> cells) {
            return field >= 0
                    ? cells.get(field).isEmpty()
                    : below.values().stream().allMatch(node -> node.isEmpty(cells));
        }
    }

    RecordTree(Table table, RecordShape shape) {
        this.element = shape.element().substring(shape.element().lastIndexOf('/') + 1);
        this.required = shape.groups().stream()
                .filter(group -> group.isRequired())
                .map(group -> group.path())
                .collect(Collectors.toUnmodifiableSet());
        this.events = shape.events().map(EventRows::kinds).orElse(List.of()).stream()
                .map(EventKind::path)
                .collect(Collectors.toUnmodifiableSet());
        for (int i = 0; i < table.fields().size(); i++) {
            List<String> paths = table.fields().get(i).element().paths();
            if (!paths.isEmpty()) {
                add(paths.getFirst(), i);
            }
        }
    }

    private void add(String path, int field) {
        Node node = top;
        String[] names = path.split("/", -1);
        for (int i = 0; i < names.length; i++) {
            String below = node.path().isEmpty() ? names[i] : node.path() + "/" + names[i];
            int at = i == names.length - 1 ? field : -1;
            node = node.below().computeIfAbsent(names[i], _ -> new Node(below, at));
        }
    }

    /// Writes a record. @return how many rows it gives: one, or one for each event
    int write(XmlFile file, List<String> cells) throws IOException {
        file.begin(element);
        int dates = write(file, top, cells);
        file.end();
        return events.isEmpty() ? 1 : dates;
    }

    private int write(XmlFile file, Node parent, List<String> cells) throws IOException {
        int dates = 0;
        for (Map.Entry<String, Node> entry : parent.below().entrySet()) {
            Node node = entry.getValue();
            boolean isEmpty = node.isEmpty(cells);
            if (node.field() >= 0) {
                file.leaf(entry.getKey(), cells.get(node.field()));
                dates += !isEmpty && events.contains(node.path()) ? 1 : 0;
            } else if (!isEmpty || required.contains(node.path())) {
                file.begin(entry.getKey());
                dates += write(file, node, cells);
                file.end();
            }
        }
        return dates;
    }
}
