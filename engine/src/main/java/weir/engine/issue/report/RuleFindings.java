package weir.engine.issue.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.Severity;

/// What broke one rule in one table of one file.
///
/// @param fields the same by field, the most frequent first
/// @param places the first of them by row, as many as the page has room for
record RuleFindings(
        IssueCode code, Severity severity, String table, long count, List<IssueGroup> fields, List<Issue> places) {

    static final int PLACES_AT_MOST = 100;

    private static final int NAMED_ROWS = 5;

    /// The findings of one file by rule and table, the worst first.
    ///
    /// @param room how many places there is room for
    static List<RuleFindings> of(IssueCounts file, int room) {
        record Rule(IssueCode code, Severity severity, String table) {}
        Map<Rule, List<IssueGroup>> rules = file.groups().stream().collect(Collectors.groupingBy(
                group -> new Rule(group.code(), group.severity(), group.table()),
                LinkedHashMap::new,
                Collectors.toList()));
        List<RuleFindings> all = new ArrayList<>();
        int left = room;
        for (Map.Entry<Rule, List<IssueGroup>> entry : rules.entrySet()) {
            Rule rule = entry.getKey();
            List<Issue> places = firstPlaces(entry.getValue(), Math.min(left, PLACES_AT_MOST));
            left -= places.size();
            long count = entry.getValue().stream().mapToLong(IssueGroup::count).sum();
            List<IssueGroup> fields = entry.getValue().stream().map(RuleFindings::shortened).toList();
            all.add(new RuleFindings(rule.code(), rule.severity(), rule.table(), count, fields, places));
        }
        return all;
    }

    private static List<Issue> firstPlaces(List<IssueGroup> fields, int atMost) {
        return fields.stream()
                .flatMap(field -> field.first().stream())
                .filter(issue -> issue.place().row().isPresent())
                .sorted(Comparator.comparingLong(issue -> issue.place().row().orElse(0)))
                .limit(atMost)
                .toList();
    }

    private static IssueGroup shortened(IssueGroup group) {
        List<Issue> first = group.first().stream().limit(NAMED_ROWS).toList();
        return new IssueGroup(group.code(), group.severity(), group.table(), group.field(), group.count(), first);
    }
}
