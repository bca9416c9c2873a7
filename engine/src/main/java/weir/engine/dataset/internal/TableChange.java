package weir.engine.dataset.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import weir.engine.dataset.EventKind;
import weir.engine.dataset.EventRows;
import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.Identity;
import weir.engine.dataset.RecordShape;
import weir.engine.dataset.Table;
import weir.engine.yaml.Faults;
import weir.engine.yaml.Nearest;
import weir.engine.yaml.Section;
import weir.engine.yaml.Section.Word;
import weir.engine.yaml.YamlValue.Entry;
import weir.engine.yaml.YamlValue.Kind;
import weir.engine.yaml.YamlValue.Scalar;

/// Applies a version's change to the fields of a table: removals first, then renamed, changed and added fields.
final class TableChange {

    private static final List<String> VERBS = List.of("add-field", "change-field", "rename-field", "remove-field", "add-event");

    private final Table table;
    private final Section change;
    private final Faults faults;
    private final List<Field> fields;
    private Identity identity;

    TableChange(Table table, Section change) {
        this.table = table;
        this.change = change;
        this.faults = change.faults();
        this.fields = new ArrayList<>(table.fields());
        this.identity = table.identity();
    }

    /// @param source the source of fields that name none
    Table apply(TableReader reader, String source) {
        if (VERBS.stream().noneMatch(change::has)) {
            change.fault("table", "This change changes nothing: give " + String.join(", ", VERBS) + ".");
        }
        change.words("remove-field").forEach(this::remove);
        change.entries("rename-field").forEach(this::rename);
        reader.fields(change.entries("change-field"), source, faults).forEach(this::replace);
        add(reader.fields(change.entries("add-field"), source, faults));
        Table changed = withEvents(table.withFields(fields).withIdentity(identity));
        TableCheck.report(changed, change.line(), faults);
        return changed;
    }

    private void remove(Word name) {
        position(name.text(), name.line()).ifPresent(position -> fields.remove(position.intValue()));
    }

    private void rename(Entry entry) {
        Optional<Integer> position = position(entry.key(), entry.line());
        if (!(entry.value() instanceof Scalar(String text, Kind kind, int line)) || kind != Kind.TEXT) {
            faults.add(entry.line(), "The new name of '" + entry.key() + "' must be text.");
            return;
        }
        Optional<FieldName> name = Names.field(text, line, faults);
        if (position.isPresent() && name.isPresent()) {
            Field old = fields.get(position.get());
            fields.set(position.get(), old.withName(name.get()));
            identity = renamed(identity, old.name(), name.get());
        }
    }

    private static Identity renamed(Identity identity, FieldName from, FieldName to) {
        return new Identity(
                identity.key().stream().map(name -> name.matches(from.value()) ? to : name).toList(),
                identity.isPerPeriod(),
                identity.latest().stream().map(name -> name.matches(from.value()) ? to : name).toList());
    }

    private void replace(Field field) {
        position(field.name().value(), change.line("change-field"))
                .ifPresent(position -> fields.set(position, field));
    }

    private void add(List<Field> added) {
        Optional<Word> after = change.words("after").stream().findFirst();
        int place = after.flatMap(name -> position(name.text(), name.line())).map(i -> i + 1).orElse(fields.size());
        fields.addAll(place, added);
    }

    private Table withEvents(Table changed) {
        if (!change.has("add-event")) {
            return changed;
        }
        Optional<RecordShape> shape = changed.shape();
        Optional<EventRows> events = shape.flatMap(RecordShape::events);
        if (shape.isEmpty() || events.isEmpty()) {
            change.fault("add-event", "The table " + table.name() + " has no events to add to: remove 'add-event'.");
            return changed;
        }
        List<EventKind> kinds = new ArrayList<>(events.get().kinds());
        kinds.addAll(eventPlace(kinds), ShapeReader.kinds(change, "add-event"));
        return changed.withShape(shape.get().with(new EventRows(events.get().date(), events.get().type(), kinds)));
    }

    private int eventPlace(List<EventKind> kinds) {
        String after = change.text("after-event", "");
        if (after.isEmpty()) {
            return kinds.size();
        }
        List<String> names = kinds.stream().map(EventKind::name).toList();
        if (!names.contains(after)) {
            change.fault("after-event", "The table " + table.name() + " has no event '" + after + "' in this version."
                    + Nearest.question(after, names));
        }
        return names.indexOf(after) + 1;
    }

    private Optional<Integer> position(String name, int line) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().matches(name)) {
                return Optional.of(i);
            }
        }
        faults.add(line, "The table " + table.name() + " has no field '" + name + "' in this version."
                + Nearest.question(name, TableCheck.fieldNames(table)));
        return Optional.empty();
    }
}
