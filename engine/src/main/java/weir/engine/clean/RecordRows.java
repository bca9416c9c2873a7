package weir.engine.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import weir.engine.dataset.EventKind;
import weir.engine.dataset.EventRows;
import weir.engine.dataset.RecordShape;
import weir.engine.dataset.Table;
import weir.engine.record.Element;
import weir.engine.record.Group;
import weir.engine.record.Row;
import weir.engine.record.Value;

/// Makes the rows of a table from checked XML records: one row of each record, or one of each event in it. Safe for
/// several threads at once.
///
/// The row of an event has the values of the group the event stands in, of the groups around that one, and of those
/// within any of them that occur once. A value further in stands before one further out.
public final class RecordRows {

    private final int width;
    private final ElementNode root;
    private final Optional<Events> events;

    /// Where the events go, and the plan by which they are found.
    private record Events(int date, int type, Plan plan) {}

    public RecordRows(Table table, RecordShape shape) {
        width = table.fields().size();
        root = ElementNode.of(table, shape);
        events = shape.events().map(rows -> new Events(
                table.indexOf(rows.date()).orElseThrow(), table.indexOf(rows.type()).orElseThrow(), plan(rows)));
    }

    /// What to do in a repeating group, in the order of the rows.
    private record Plan(List<Step> steps) {}

    private sealed interface Step {

        /// Makes a row of each date in an element. @param via the groups in between, which occur once
        record Dates(List<String> via, String element, Value type) implements Step {}

        /// Goes into each group of a name. @param via the groups on the way, the last of which repeats
        record Into(List<String> via, Plan plan) implements Step {}
    }

    private Plan plan(EventRows rows) {
        Plan plan = new Plan(new ArrayList<>());
        for (EventKind kind : rows.kinds()) {
            add(plan, kind);
        }
        return plan;
    }

    private void add(Plan top, EventKind kind) {
        String[] path = kind.path().split("/", -1);
        Plan plan = top;
        ElementNode node = root;
        List<String> via = new ArrayList<>();
        for (int i = 0; i < path.length - 1; i++) {
            via.add(path[i]);
            node = child(node, path[i]);
            if (node.repeats()) {
                plan = into(plan, List.copyOf(via));
                via.clear();
            }
        }
        plan.steps().add(new Step.Dates(List.copyOf(via), path[path.length - 1], new Value.Text(kind.name())));
    }

    private static ElementNode child(ElementNode node, String name) {
        ElementNode child = node.child(name);
        if (child == null) {
            throw new IllegalStateException("An element of the plan is not part of the record.");
        }
        return child;
    }

    private static Plan into(Plan plan, List<String> via) {
        for (Step step : plan.steps()) {
            if (step instanceof Step.Into(List<String> known, Plan inner) && known.equals(via)) {
                return inner;
            }
        }
        Plan inner = new Plan(new ArrayList<>());
        plan.steps().add(new Step.Into(via, inner));
        return inner;
    }

    /// Adds the rows of a record.
    ///
    /// @return how many there were to make: the rows added, and the events whose date could not be read
    public int add(Group record, List<Row> rows) {
        Value[] values = new Value[width];
        Arrays.fill(values, Value.blank());
        if (events.isPresent()) {
            return new Telling(events.get(), rows).tell(events.get().plan(), root, record, values);
        }
        fill(root, record, values);
        rows.add(new Row(record.line(), values));
        return 1;
    }

    /// The events of one record on their way to rows.
    private record Telling(Events events, List<Row> rows) {

        int tell(Plan plan, ElementNode node, Group group, Value[] around) {
            Value[] values = around.clone();
            fill(node, group, values);
            int read = 0;
            for (Step step : plan.steps()) {
                read += switch (step) {
                    case Step.Dates dates -> tell(dates, group, values);
                    case Step.Into into -> tell(into, node, group, values);
                };
            }
            return read;
        }

        private int tell(Step.Dates dates, Group group, Value[] values) {
            int read = 0;
            for (Group holder : reach(group, dates.via())) {
                for (Element element : holder.elements()) {
                    if (element.name().equals(dates.element())) {
                        read++;
                        if (!element.value().isBlank()) {
                            rows.add(row(element, dates.type(), values));
                        }
                    }
                }
            }
            return read;
        }

        private Row row(Element date, Value type, Value[] values) {
            Value[] row = values.clone();
            row[events.date()] = date.value();
            row[events.type()] = type;
            return new Row(date.line(), row);
        }

        private int tell(Step.Into into, ElementNode node, Group group, Value[] values) {
            ElementNode inner = node;
            for (String name : into.via()) {
                inner = child(inner, name);
            }
            int read = 0;
            for (Group found : reach(group, into.via())) {
                read += tell(into.plan(), inner, found, values);
            }
            return read;
        }

        private static List<Group> reach(Group group, List<String> via) {
            List<Group> reached = List.of(group);
            for (String name : via) {
                reached = reached.stream().flatMap(found -> found.groups(name).stream()).toList();
            }
            return reached;
        }
    }

    /// Puts in what stands in a group, and in the groups within it that occur once.
    private static void fill(ElementNode node, Group group, Value[] values) {
        List<Element> elements = group.elements();
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            ElementNode leaf = child(node, element.name());
            if (leaf.isOfField() && !element.value().isBlank()) {
                values[leaf.field()] = leaf.repeats() ? joined(group, element.name()) : element.value();
            }
        }
        for (Group inner : group.groups()) {
            ElementNode child = child(node, inner.name());
            if (!child.repeats()) {
                fill(child, inner, values);
            }
        }
    }

    private static Value joined(Group group, String name) {
        List<Value> values = group.values(name);
        return values.size() == 1
                ? values.getFirst()
                : Value.text(values.stream()
                        .filter(value -> !value.isBlank())
                        .map(Value::text)
                        .collect(Collectors.joining(",")));
    }
}
