package weir.engine.clean;

import java.util.ArrayList;
import java.util.List;

import weir.engine.dataset.RecordShape;
import weir.engine.dataset.Table;
import weir.engine.format.XmlRecord;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.Place;
import weir.engine.issue.Shape;
import weir.engine.record.Element;
import weir.engine.record.Group;
import weir.engine.record.Sensitive;
import weir.engine.record.Value;

/// Checks XML records against the specification of their table. Each element is read once, by the type of its field;
/// each finding stands at the line of its element. Safe for several threads at once.
public final class RecordReader {

    private static final int SHOWN_OF_A_NAME = 64;
    private static final Sensitive NOTHING = new Sensitive("");

    private final ElementNode root;

    public RecordReader(Table table, RecordShape shape) {
        this.root = ElementNode.of(table, shape);
    }

    /// What of the record the specification knows and that fits it.
    ///
    /// @param place    the table's place
    /// @param findings gets what is wrong, in the order of the file
    public Group read(XmlRecord record, Place place, List<ElementFinding> findings) {
        return new Reading(record, place, findings).group(root, 0);
    }

    /// The reading of one record.
    private static final class Reading {

        private final XmlRecord record;
        private final Place place;
        private final List<ElementFinding> told;
        private final Findings found = new Findings();

        Reading(XmlRecord record, Place place, List<ElementFinding> told) {
            this.record = record;
            this.place = place;
            this.told = told;
        }

        Group group(ElementNode node, int at) {
            List<Element> elements = new ArrayList<>();
            List<Group> groups = new ArrayList<>();
            boolean[] seen = new boolean[node.children().size()];
            if (!record.text(at).isBlank()) {
                tell(IssueCode.TEXT_MISPLACED, at);
            }
            for (int i = at + 1, end = record.end(at); i < end; i = record.end(i)) {
                ElementNode child = node.child(record.name(i));
                if (child == null) {
                    tell(IssueCode.ELEMENT_UNKNOWN, i);
                } else if (seen[child.position()] && !child.repeats()) {
                    tell(IssueCode.ELEMENT_REPEATED, i);
                } else {
                    seen[child.position()] = true;
                    if (child.reader().isPresent()) {
                        value(child, child.reader().get(), i, elements);
                    } else {
                        groups.add(group(child, i));
                    }
                }
            }
            tellMissing(node, seen, at);
            return new Group(node.name(), record.line(at), elements, groups);
        }

        private void tellMissing(ElementNode node, boolean[] seen, int at) {
            for (ElementNode child : node.children()) {
                if (child.isRequired() && !seen[child.position()]) {
                    Place missing = place.line(record.line(at)).field(child.name(), -1);
                    told.add(new ElementFinding(Issue.error(IssueCode.ELEMENT_MISSING, missing), NOTHING));
                }
            }
        }

        private void value(ElementNode node, CellReader reader, int at, List<Element> elements) {
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
            elements.add(new Element(node.name(), record.line(at), value));
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
