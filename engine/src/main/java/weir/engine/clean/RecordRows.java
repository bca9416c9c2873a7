package weir.engine.clean;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import weir.engine.dataset.EventKind;
import weir.engine.dataset.EventRows;
import weir.engine.dataset.Table;
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

    /// @param reader gives the records
    public RecordRows(RecordReader reader) {
        Table table = reader.table();
        width = table.fields().size();
        root = reader.root();
        events = reader.shape().events().map(rows -> new Events(
                table.indexOf(rows.date()).orElseThrow(), table.indexOf(rows.type()).orElseThrow(), plan(rows)));
    }

    /// What to do in a repeating group, in the order of the rows.
    private record Plan(List<Step> steps) {}

    /// @param node  the element that holds the date of an event, or a repeating group to go into
    /// @param type  the kind of the event; a blank for a group
    /// @param inner what to do in the group; nothing for an event
    private record Step(ElementNode node, Value type, Plan inner) {

        boolean isEvent() {
            return !type.isBlank();
        }
    }

    private Plan plan(EventRows rows) {
        Plan plan = new Plan(new ArrayList<>());
        for (EventKind kind : rows.kinds()) {
            add(plan, kind);
        }
        return plan;
    }

    private void add(Plan top, EventKind kind) {
        Plan plan = top;
        ElementNode node = root;
        String[] path = kind.path().split("/", -1);
        for (int i = 0; i < path.length - 1; i++) {
            node = child(node, path[i]);
            if (node.repeats()) {
                plan = into(plan, node);
            }
        }
        plan.steps().add(new Step(
                child(node, path[path.length - 1]), new Value.Text(kind.name()), new Plan(List.of())));
    }

    private static ElementNode child(ElementNode node, String name) {
        ElementNode child = node.child(name);
        if (child == null) {
            throw new IllegalStateException("An element of the plan is not part of the record.");
        }
        return child;
    }

    private static Plan into(Plan plan, ElementNode node) {
        for (Step step : plan.steps()) {
            if (step.node() == node) {
                return step.inner();
            }
        }
        Plan inner = new Plan(new ArrayList<>());
        plan.steps().add(new Step(node, Value.blank(), inner));
        return inner;
    }

    /// Adds the rows of a record.
    ///
    /// @return how many there were to make: the rows added, and the events whose date could not be read
    public int add(CheckedRecord record, List<Row> rows) {
        Value[] values = new Value[width];
        Arrays.fill(values, Value.blank());
        if (events.isPresent()) {
            return new Telling(events.get(), record, rows).tell(values);
        }
        fill(record, 0, values);
        rows.add(new Row(record.line(0), values));
        return 1;
    }

    /// The events of one record on their way to rows. Not recursive: the JVM took seconds to compile a recursion through
    /// all of this, and an XML return is read in few.
    private record Telling(Events events, CheckedRecord record, List<Row> rows) {

        int tell(Value[] blank) {
            Deque<Visit> open = new ArrayDeque<>();
            open.push(new Visit(record, 0, events.plan(), blank));
            int read = 0;
            while (!open.isEmpty()) {
                Visit visit = open.element();
                int found = visit.next();
                if (found == Visit.NONE) {
                    open.remove();
                } else if (visit.step().isEvent()) {
                    read++;
                    row(visit, found);
                } else {
                    open.push(new Visit(record, found, visit.step().inner(), visit.values));
                }
            }
            return read;
        }

        private void row(Visit visit, int date) {
            if (!record.value(date).isBlank()) {
                Value[] row = visit.values.clone();
                row[events.date()] = record.value(date);
                row[events.type()] = visit.step().type();
                rows.add(new Row(record.line(date), row));
            }
        }
    }

    /// A plan on its way through one group.
    private static final class Visit {

        static final int NONE = -1;

        private final CheckedRecord record;
        private final int group;
        private final List<Step> steps;
        private final Value[] values;
        private int step;
        private int at;

        /// @param around the values of the groups around this one
        Visit(CheckedRecord record, int group, Plan plan, Value[] around) {
            this.record = record;
            this.group = group;
            this.steps = plan.steps();
            this.values = around.clone();
            this.at = group + 1;
            fill(record, group, values);
        }

        /// The next element that the plan asks for; [#NONE] when there is no more.
        int next() {
            int end = record.end(group);
            for (; step < steps.size(); step++) {
                while (at < end) {
                    int element = at;
                    at = inside(record, element);
                    if (record.node(element) == step().node()) {
                        return element;
                    }
                }
                at = group + 1;
            }
            return NONE;
        }

        /// What the element that was found last was found for.
        Step step() {
            return steps.get(step);
        }
    }

    /// The element after this one: within it, if what stands there belongs to the row of the group around it, too.
    private static int inside(CheckedRecord record, int element) {
        return record.node(element).repeats() ? record.end(element) : element + 1;
    }

    /// Puts in what stands in a group, and in the groups within it that occur once.
    private static void fill(CheckedRecord record, int group, Value[] values) {
        int layers = record.node(group).layers();
        int outer = record.node(group).depth();
        for (int layer = 1; layer <= layers; layer++) {
            for (int i = group + 1, end = record.end(group); i < end; i = inside(record, i)) {
                ElementNode node = record.node(i);
                boolean isNow = layers == 1 || node.depth() - outer == layer;
                if (isNow && node.isOfField() && !record.value(i).isBlank()) {
                    values[node.field()] = node.repeats() ? joined(record, i) : record.value(i);
                }
            }
        }
    }

    /// The values of an element and of those of its name, when it is the last of them; its own until then.
    private static Value joined(CheckedRecord record, int at) {
        int parent = record.parent(at);
        if (isFollowed(record, at, parent)) {
            return record.value(at);
        }
        StringBuilder joined = new StringBuilder();
        int count = 0;
        for (int i = parent + 1; i <= at; i++) {
            if (record.node(i) == record.node(at) && !record.value(i).isBlank()) {
                joined.append(count++ == 0 ? "" : ",").append(record.value(i).text());
            }
        }
        return count == 1 ? record.value(at) : new Value.Text(joined.toString());
    }

    private static boolean isFollowed(CheckedRecord record, int at, int parent) {
        return at + 1 < record.end(parent) && record.node(at + 1) == record.node(at) && !record.value(at + 1).isBlank();
    }
}
