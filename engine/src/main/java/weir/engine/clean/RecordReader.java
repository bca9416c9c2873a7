package weir.engine.clean;

import java.util.List;

import weir.engine.dataset.RecordShape;
import weir.engine.dataset.Table;
import weir.engine.format.XmlRecord;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.Place;
import weir.engine.issue.Shape;
import weir.engine.record.Sensitive;
import weir.engine.record.Value;

/// Checks XML records against the specification of their table. Each element is read once, by the type of its field;
/// each finding stands at the line of its element. Safe for several threads at once.
public final class RecordReader {

    private static final int SHOWN_OF_A_NAME = 64;
    private static final Sensitive NOTHING = new Sensitive("");

    private final Table table;
    private final RecordShape shape;
    private final ElementNode root;

    public RecordReader(Table table, RecordShape shape) {
        this.table = table;
        this.shape = shape;
        this.root = ElementNode.of(table, shape);
    }

    Table table() {
        return table;
    }

    RecordShape shape() {
        return shape;
    }

    /// What the specification says of the record's element.
    ElementNode root() {
        return root;
    }

    /// What of the record the specification knows.
    ///
    /// @param place    the table's place
    /// @param findings gets what is wrong, in the order of the file
    public CheckedRecord read(XmlRecord record, Place place, List<ElementFinding> findings) {
        return new Reading(root, record, place, findings).read();
    }

    /// The reading of one record: in one pass, without recursion, because it is most of the work on an XML return.
    private static final class Reading {

        private final ElementNode root;
        private final XmlRecord record;
        private final Place place;
        private final List<ElementFinding> told;
        private final CheckedRecord checked;
        private final Findings found = new Findings();
        /// By the number of a node, the element in which it was last seen, counted from 1.
        private final int[] seenIn;

        Reading(ElementNode root, XmlRecord record, Place place, List<ElementFinding> told) {
            this.root = root;
            this.record = record;
            this.place = place;
            this.told = told;
            this.checked = new CheckedRecord(record.size());
            this.seenIn = new int[root.count()];
        }

        CheckedRecord read() {
            tellText(0);
            int open = checked.open(root, record.line(0));
            int depth = 0;
            for (int i = 1, size = record.size(); i < size; ) {
                while (record.depth(i) <= depth) {
                    open = close(open);
                    depth--;
                }
                ElementNode node = checked.node(open).child(record.name(i));
                if (node == null || !isFirst(node, open)) {
                    tell(node == null ? IssueCode.ELEMENT_UNKNOWN : IssueCode.ELEMENT_REPEATED, i);
                    i = record.end(i);
                } else if (node.reader().isPresent()) {
                    value(node, node.reader().get(), i, open);
                    i = record.end(i);
                } else {
                    tellText(i);
                    open = checked.open(node, record.line(i), open);
                    depth++;
                    i++;
                }
            }
            while (depth-- >= 0) {
                open = close(open);
            }
            return checked;
        }

        /// Whether it is the first of its name in the open element, or may repeat there.
        private boolean isFirst(ElementNode node, int open) {
            boolean isSeen = seenIn[node.number()] == open + 1;
            seenIn[node.number()] = open + 1;
            return !isSeen || node.repeats();
        }

        private void tellText(int at) {
            if (!record.text(at).isBlank()) {
                tell(IssueCode.TEXT_MISPLACED, at);
            }
        }

        /// @return the element around the one that was closed
        private int close(int open) {
            checked.close(open);
            for (ElementNode child : checked.node(open).required()) {
                if (seenIn[child.number()] != open + 1) {
                    Place missing = place.line(checked.line(open)).field(child.name(), -1);
                    told.add(new ElementFinding(Issue.error(IssueCode.ELEMENT_MISSING, missing), NOTHING));
                }
            }
            return checked.parent(open);
        }

        private void value(ElementNode node, CellReader reader, int at, int open) {
            for (int i = at + 1, end = record.end(at); i < end; i = record.end(i)) {
                tell(IssueCode.ELEMENT_UNKNOWN, i);
            }
            String text = Blanks.trim(record.text(at));
            if (text.isEmpty()) {
                if (node.isRequired()) {
                    tell(IssueCode.VALUE_BLANK, at);
                }
                return;
            }
            Value value = text.indexOf('\uFFFD') >= 0
                    ? CellReader.reject(IssueCode.ENCODING_BROKEN, text, found)
                    : reader.read(text, found);
            checked.add(node, record.line(at), open, value);
            if (!found.list().isEmpty()) {
                tellFound(at, reader);
            }
        }

        private void tellFound(int at, CellReader reader) {
            for (Findings.Finding finding : found.list()) {
                String mustBe = finding.code().equals(IssueCode.ENCODING_BROKEN) ? "" : reader.expected();
                Shape shape = Shape.of(finding.cell().reveal());
                told.add(new ElementFinding(Issue.error(finding.code(), place(at), mustBe, shape), finding.cell()));
            }
            found.list().clear();
        }

        private void tell(IssueCode code, int at) {
            told.add(new ElementFinding(Issue.error(code, place(at)), NOTHING));
        }

        private Place place(int at) {
            String name = record.name(at);
            return place.line(record.line(at))
                    .field(name.length() > SHOWN_OF_A_NAME ? name.substring(0, SHOWN_OF_A_NAME) : name, -1);
        }
    }
}
