package weir.engine.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

        /// Goes into each group of a name. @param via the groups on the way, the last of which repeats and is `node`
        record Into(List<String> via, ElementNode node, Plan plan) implements Step {}
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
                plan = into(plan, node, List.copyOf(via));
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

    private static Plan into(Plan plan, ElementNode node, List<String> via) {
        for (Step step : plan.steps()) {
            if (step instanceof Step.Into(List<String> known, _, Plan inner) && known.equals(via)) {
                return inner;
            }
        }
        Plan inner = new Plan(new ArrayList<>());
        plan.steps().add(new Step.Into(via, node, inner));
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
                    case Step.Dates dates -> tell(dates, 0, group, values);
                    case Step.Into into -> tell(into, 0, group, values);
                };
            }
            return read;
        }

        /// @param step how many of the groups in between are behind
        private int tell(Step.Dates dates, int step, Group group, Value[] values) {
            if (step == dates.via().size()) {
                return tell(dates, group.elements(), values);
            }
            int read = 0;
            for (Group inner : group.groups()) {
                read += inner.name().equals(dates.via().get(step)) ? tell(dates, step + 1, inner, values) : 0;
            }
            return read;
        }

        private int tell(Step.Dates dates, List<Element> elements, Value[] values) {
            int read = 0;
            for (Element element : elements) {
                if (element.name().equals(dates.element())) {
                    read++;
                    if (!element.value().isBlank()) {
                        rows.add(row(element, dates.type(), values));
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

        private int tell(Step.Into into, int step, Group group, Value[] values) {
            int read = 0;
            for (Group inner : group.groups()) {
                if (inner.name().equals(into.via().get(step))) {
                    read += step + 1 == into.via().size()
                            ? tell(into.plan(), into.node(), inner, values)
                            : tell(into, step + 1, inner, values);
                }
            }
            return read;
        }
    }

    /// Puts in what stands in a group, and in the groups within it that occur once.
    private static void fill(ElementNode node, Group group, Value[] values) {
        List<Element> elements = group.elements();
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            ElementNode leaf = child(node, element.name());
            if (leaf.isOfField() && !element.value().isBlank()) {
                values[leaf.field()] = leaf.repeats() ? joined(elements, i) : element.value();
            }
        }
        for (Group inner : group.groups()) {
            ElementNode child = child(node, inner.name());
            if (!child.repeats()) {
                fill(child, inner, values);
            }
        }
    }

    /// The values of an element and of those of its name, when it is the last of them; its own until then.
    private static Value joined(List<Element> elements, int at) {
        String name = elements.get(at).name();
        boolean isFollowed = at + 1 < elements.size()
                && elements.get(at + 1).name().equals(name)
                && !elements.get(at + 1).value().isBlank();
        if (isFollowed) {
            return elements.get(at).value();
        }
        StringBuilder joined = new StringBuilder();
        int count = 0;
        for (int i = 0; i <= at; i++) {
            Element element = elements.get(i);
            if (element.name().equals(name) && !element.value().isBlank()) {
                joined.append(count++ == 0 ? "" : ",").append(element.value().text());
            }
        }
        return count == 1 ? elements.get(at).value() : new Value.Text(joined.toString());
    }
}
