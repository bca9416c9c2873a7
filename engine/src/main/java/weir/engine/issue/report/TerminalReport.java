package weir.engine.issue.report;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import weir.engine.issue.Issue;
import weir.engine.issue.IssueCatalogue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.Place;
import weir.engine.issue.Severity;
import weir.engine.record.Sensitive;

/// What a person at the keyboard sees: for each file as it ends, what is wrong by rule and field, where it first stands
/// and how to mend it; at the end one line that sums up.
///
/// Where the [Screen] says so, the values at the first places are shown too.
public final class TerminalReport implements ReportSink {

    private static final int FIELDS_AT_MOST = 10;
    private static final int VALUE_AT_MOST = 60;

    private final Lines lines;
    private final IssueCatalogue catalogue;
    private final Screen screen;
    private final Map<Place, Sensitive> values = new HashMap<>();
    private IssueCounts inFile = new IssueCounts();
    private Totals totals = Totals.NONE;

    /// @param out takes the text; flushed at the end of each file, never closed
    public TerminalReport(PrintWriter out, IssueCatalogue catalogue, Screen screen) {
        this.lines = new Lines(out, screen);
        this.catalogue = catalogue;
        this.screen = screen;
    }

    @Override
    public boolean showsValues() {
        return screen.values() == Screen.Values.SHOWN;
    }

    @Override
    public void begin(String file) {
        inFile = new IssueCounts();
        values.clear();
    }

    @Override
    public void accept(Issue issue) {
        inFile.count(issue);
    }

    @Override
    public void accept(Issue issue, Sensitive value) {
        if (inFile.count(issue) && showsValues()) {
            values.put(issue.place(), value);
        }
    }

    @Override
    public void end(FileOutcome outcome) {
        inFile.end(outcome);
        FileCount file = inFile.files().getLast();
        totals = totals.plus(file);
        writeFile(file);
        lines.flush();
    }

    @Override
    public void amend(String file, List<Issue> issues) {
        begin(file);
        issues.forEach(inFile::count);
        FileOutcome outcome = FileOutcome.refusedUnread(file, 0);
        inFile.end(outcome);
        SeverityCounts found = inFile.files().getLast().issues();
        totals = totals.plus(found);
        lines.gap();
        lines.heading(file, "seen beside the other rows of its table");
        lines.write(Lines.Tone.PLAIN, found.words() + ".");
        rules(inFile.groups()).forEach(rule -> writeRule(outcome, rule));
        lines.flush();
    }

    @Override
    public void close() {
        if (totals.files() > 0) {
            lines.blank();
        }
        lines.write(toneOf(totals.issues()), totals.sentence());
        lines.flush();
    }

    private static Lines.Tone toneOf(SeverityCounts issues) {
        if (issues.all() == issues.notices()) {
            return Lines.Tone.GOOD;
        }
        return issues.errors() > 0 ? Lines.Tone.ERROR : Lines.Tone.WARNING;
    }

    private void writeFile(FileCount file) {
        FileOutcome outcome = file.outcome();
        lines.gap();
        lines.heading(outcome.file(), knownAs(outcome));
        lines.write(Lines.Tone.PLAIN, file.issues().words() + ". " + Totals.rows(
                outcome.rowsRead(), outcome.rowsKept(), outcome.rowsRefused(), outcome.rowsMerged()) + ".");
        if (outcome.refused()) {
            lines.write(Lines.Tone.ERROR, "The file was refused as a whole: nothing of it went on.");
        }
        rules(inFile.groups()).forEach(rule -> writeRule(outcome, rule));
    }

    private static String knownAs(FileOutcome outcome) {
        return Stream.of(outcome.dataset(), outcome.table(), outcome.period(), Counted.bytes(outcome.bytes()))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static List<List<IssueGroup>> rules(List<IssueGroup> groups) {
        record Rule(Severity severity, IssueCode code) {}
        Map<Rule, List<IssueGroup>> rules = groups.stream().collect(Collectors.groupingBy(
                group -> new Rule(group.severity(), group.code()), LinkedHashMap::new, Collectors.toList()));
        return List.copyOf(rules.values());
    }

    private void writeRule(FileOutcome outcome, List<IssueGroup> fields) {
        IssueGroup worst = fields.getFirst();
        lines.blank();
        lines.rule(worst.severity(), catalogue.title(worst.code()), worst.code().value());
        fields.stream().limit(FIELDS_AT_MOST).forEach(field -> writeField(outcome, field));
        List<IssueGroup> rest = fields.stream().skip(FIELDS_AT_MOST).toList();
        if (!rest.isEmpty()) {
            long issues = rest.stream().mapToLong(IssueGroup::count).sum();
            lines.inset("And " + Counted.number(issues) + " more in " + Counted.words(rest.size(), "other column")
                    + ".");
        }
        lines.inset("To mend: " + catalogue.mend(worst.code()));
    }

    private void writeField(FileOutcome outcome, IssueGroup group) {
        String table = group.table().isEmpty() || group.table().equals(outcome.table()) ? "" : group.table() + ": ";
        String text = table + catalogue.many(group.first().getFirst(), group.count());
        String rows = group.rows();
        boolean inText = group.count() == 1 || rows.isEmpty();
        lines.inset(inText ? text : text + " " + rows + ".");
        group.first().stream().filter(issue -> values.containsKey(issue.place())).forEach(this::writeValue);
    }

    private void writeValue(Issue issue) {
        String row = issue.place().row().stream().mapToObj(number -> "Row " + number + " has: ")
                .collect(Collectors.joining());
        Sensitive value = values.getOrDefault(issue.place(), new Sensitive(""));
        lines.value(row, Harmless.cut(value.reveal(), VALUE_AT_MOST));
    }
}
