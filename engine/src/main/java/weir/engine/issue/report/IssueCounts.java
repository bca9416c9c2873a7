package weir.engine.issue.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.Place;
import weir.engine.issue.Severity;

/// Counts issues by severity, by rule, table and field, and by file, and keeps the first places of each.
///
/// Memory does not grow with the number of issues: past 2,000 groups a rule's further fields are counted as one, past
/// 10,000 places none is kept but the first of a group, and long names are cut. It grows by one line per file.
public final class IssueCounts implements ReportSink {

    private static final int GROUPS_AT_MOST = 2_000;
    private static final int PLACES_AT_MOST = 10_000;
    private static final int NAME_AT_MOST = 120;
    private static final String FURTHER_FIELDS = "further columns";

    private final int firstPlaces;
    private final Map<Key, Tally> tallies = new HashMap<>();
    private final List<FileCount> files = new ArrayList<>();
    private SeverityCounts inFile = SeverityCounts.NONE;
    private Totals totals = Totals.NONE;
    private int placesKept;

    /// Keeps the first five places of each group.
    public IssueCounts() {
        this(5);
    }

    /// @param firstPlaces how many places of each group are kept, at least 1
    public IssueCounts(int firstPlaces) {
        this.firstPlaces = Math.max(1, firstPlaces);
    }

    @Override
    public void begin(String file) {
        inFile = SeverityCounts.NONE;
    }

    @Override
    public void accept(Issue issue) {
        count(issue);
    }

    /// Counts the issue and says whether its place was kept.
    boolean count(Issue issue) {
        inFile = inFile.plus(issue.severity(), 1);
        Issue shortened = withShortNames(issue);
        Key key = Key.of(shortened);
        Tally tally = tallies.get(key);
        if (tally == null && tallies.size() >= GROUPS_AT_MOST) {
            shortened = withoutField(shortened);
            key = Key.of(shortened);
            tally = tallies.get(key);
        }
        if (tally == null) {
            tally = new Tally();
            tallies.put(key, tally);
        }
        tally.count++;
        return keeps(tally) && tally.first.add(shortened);
    }

    private boolean keeps(Tally tally) {
        boolean hasRoom = tally.first.size() < firstPlaces && placesKept < PLACES_AT_MOST;
        if (tally.first.isEmpty() || hasRoom) {
            placesKept++;
            return true;
        }
        return false;
    }

    @Override
    public void end(FileOutcome outcome) {
        FileCount file = new FileCount(outcome, inFile);
        files.add(file);
        totals = totals.plus(file);
        inFile = SeverityCounts.NONE;
    }

    @Override
    public void amend(String file, List<Issue> issues) {
        inFile = SeverityCounts.NONE;
        issues.forEach(this::count);
        totals = totals.plus(inFile);
        FileCount.amend(files, file, inFile);
        inFile = SeverityCounts.NONE;
    }

    @Override
    public void close() {}

    /// The sums over all files that have ended.
    public Totals totals() {
        return totals;
    }

    /// Every file that has ended, in their order.
    public List<FileCount> files() {
        return List.copyOf(files);
    }

    /// What broke which rule where: the worst first, then the most frequent, then by name.
    public List<IssueGroup> groups() {
        return tallies.entrySet().stream()
                .map(entry -> entry.getKey().group(entry.getValue()))
                .sorted(IssueGroup.ORDER)
                .toList();
    }

    private static Issue withShortNames(Issue issue) {
        Place place = issue.place();
        String table = place.table().orElse("");
        String field = place.field().orElse("");
        if (table.length() <= NAME_AT_MOST && field.length() <= NAME_AT_MOST) {
            return issue;
        }
        Place shorter = place.table(Harmless.cut(table, NAME_AT_MOST))
                .field(Harmless.cut(field, NAME_AT_MOST), place.column().orElse(-1));
        return new Issue(issue.code(), issue.severity(), shorter, issue.expected(), issue.found());
    }

    private static Issue withoutField(Issue issue) {
        Place place = Place.file(issue.place().file()).row(issue.place().row().orElse(0)).field(FURTHER_FIELDS, -1);
        return new Issue(issue.code(), issue.severity(), place, issue.expected(), issue.found());
    }

    private record Key(IssueCode code, Severity severity, String table, String field) {

        static Key of(Issue issue) {
            Place place = issue.place();
            return new Key(issue.code(), issue.severity(), place.table().orElse(""), place.field().orElse(""));
        }

        IssueGroup group(Tally tally) {
            return new IssueGroup(code, severity, table, field, tally.count, tally.first);
        }
    }

    private static final class Tally {
        private final List<Issue> first = new ArrayList<>(2);
        private long count;
    }
}
