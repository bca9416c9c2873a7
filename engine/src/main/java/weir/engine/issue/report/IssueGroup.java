package weir.engine.issue.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.Severity;

/// The issues that broke one rule in one field of one table.
///
/// @param table empty where the table is not known
/// @param field empty where the issues are about no single field
/// @param first the first of them, in the order they were found; at least one
public record IssueGroup(
        IssueCode code, Severity severity, String table, String field, long count, List<Issue> first) {

    /// What matters most comes first: by severity, then by count, then by name.
    static final Comparator<IssueGroup> ORDER = Comparator.comparing(IssueGroup::severity)
            .thenComparing(IssueGroup::count, Comparator.reverseOrder())
            .thenComparing(IssueGroup::code)
            .thenComparing(IssueGroup::table)
            .thenComparing(IssueGroup::field);

    public IssueGroup {
        first = List.copyOf(first);
    }

    /// Where the first of them stand: `Row 214`, `Rows 3, 17, 214 and 38 more`; empty where no row is known.
    public String rows() {
        List<String> rows = first.stream()
                .flatMapToLong(issue -> issue.place().row().stream())
                .distinct()
                .mapToObj(Long::toString)
                .toList();
        long more = count - first.size();
        if (rows.isEmpty()) {
            return "";
        }
        if (more > 0) {
            return "Rows " + String.join(", ", rows) + " and " + Counted.number(more) + " more";
        }
        return rows.size() == 1
                ? "Row " + rows.getFirst()
                : "Rows " + rows.stream().limit(rows.size() - 1L).collect(Collectors.joining(", "))
                        + " and " + rows.getLast();
    }
}
