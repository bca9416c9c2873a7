package weir.engine.dataset.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import weir.engine.dataset.ElementGroup;
import weir.engine.dataset.EventKind;
import weir.engine.dataset.EventRows;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.RecordShape;
import weir.engine.yaml.Section;
import weir.engine.yaml.YamlValue.Entry;
import weir.engine.yaml.YamlValue.Kind;
import weir.engine.yaml.YamlValue.Scalar;

/// Reads how the records of a table stand in an XML return.
final class ShapeReader {

    private final Section table;

    ShapeReader(Section table) {
        this.table = table;
    }

    /// Empty for a table without an element.
    Optional<RecordShape> read() {
        if (!table.has("element")) {
            for (String key : List.of("groups", "events")) {
                if (table.has(key)) {
                    table.fault(key, "'" + key + "' goes with 'element': add the element of the table's records.");
                }
            }
            return Optional.empty();
        }
        return Optional.of(new RecordShape(table.text("element"), groups(), events()));
    }

    List<ElementGroup> groups() {
        List<ElementGroup> groups = new ArrayList<>();
        for (Entry entry : table.entries("groups")) {
            Section.of(Language.ELEMENT_GROUP, entry.value(), table.faults())
                    .ifPresent(group -> groups.add(
                            new ElementGroup(entry.key(), group.flag("required"), group.flag("repeats"))));
        }
        return groups;
    }

    private Optional<EventRows> events() {
        return table.section("events", Language.EVENTS).flatMap(events -> {
            Optional<FieldName> date = name(events, "date");
            Optional<FieldName> type = name(events, "type");
            List<EventKind> kinds = kinds(events, "of");
            if (kinds.isEmpty()) {
                events.fault("of", "A table of events has at least one: add its name and its element under 'of'.");
            }
            return date.isPresent() && type.isPresent()
                    ? Optional.of(new EventRows(date.get(), type.get(), kinds))
                    : Optional.empty();
        });
    }

    private static Optional<FieldName> name(Section events, String key) {
        String name = events.text(key);
        return name.isEmpty() ? Optional.empty() : Names.field(name, events.line(key), events.faults());
    }

    /// The kinds of events under a key: each its name and the element of its date.
    static List<EventKind> kinds(Section section, String key) {
        List<EventKind> kinds = new ArrayList<>();
        for (Entry entry : section.entries(key)) {
            if (entry.value() instanceof Scalar(String path, Kind kind, int _) && kind == Kind.TEXT) {
                kinds.add(new EventKind(entry.key(), path));
            } else {
                section.faults().add(entry.line(), "The element of the event '" + entry.key() + "' must be text; found "
                        + entry.value().words() + ".");
            }
        }
        return kinds;
    }
}
