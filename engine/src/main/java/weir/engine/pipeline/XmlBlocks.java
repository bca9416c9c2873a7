package weir.engine.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import weir.engine.clean.ElementFinding;
import weir.engine.format.XmlRecord;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.Place;
import weir.engine.record.Sensitive;

/// Shares out the records of a block of an XML file among its tables. Safe for several threads at once.
///
/// @param file   the file's place
/// @param tables the tables by the elements of their records
/// @param header the element of the header, which may stand first only
record XmlBlocks(Place file, Map<String, XmlTable<?>> tables, String header) {

    private static final int SHOWN_OF_A_NAME = 64;

    /// A block after cleaning.
    record Cleaned(List<ElementFinding> findings, List<XmlTable.Ready> ready) {}

    Cleaned clean(List<XmlRecord> block) {
        List<ElementFinding> findings = new ArrayList<>();
        Map<String, List<XmlRecord>> shared = new HashMap<>();
        for (XmlRecord record : block) {
            if (tables.containsKey(record.path())) {
                shared.computeIfAbsent(record.path(), _ -> new ArrayList<>()).add(record);
            } else {
                findings.add(stranger(record));
            }
        }
        List<XmlTable.Ready> ready = new ArrayList<>();
        for (XmlTable<?> table : tables.values()) {
            List<XmlRecord> records = shared.get(table.element());
            if (records != null) {
                ready.add(table.clean(records, findings));
            }
        }
        findings.sort(Comparator.comparingLong(finding -> finding.issue().place().row().orElse(0)));
        return new Cleaned(findings, ready);
    }

    private ElementFinding stranger(XmlRecord record) {
        IssueCode code = record.path().equals(header)
                ? IssueCode.ELEMENT_REPEATED
                : record.isStray() ? IssueCode.TEXT_MISPLACED : IssueCode.ELEMENT_UNKNOWN;
        String name = record.name(0);
        Place place = file.line(record.line(0))
                .field(name.length() > SHOWN_OF_A_NAME ? name.substring(0, SHOWN_OF_A_NAME) : name, -1);
        return new ElementFinding(Issue.error(code, place), new Sensitive(""));
    }
}
