package weir.engine.issue.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import weir.engine.issue.IssueCatalogue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.Severity;

/// All files together: how often each rule was broken, how many issues each table has, and what became of each file.
final class HtmlOverview {

    private static final int BARS_AT_MOST = 12;
    private static final int TABLES_AT_MOST = 200;
    private static final int FILES_AT_MOST = 2_000;
    private static final Comparator<BarChart.Bar> ORDER = Comparator.comparing(BarChart.Bar::severity)
            .thenComparing(BarChart.Bar::count, Comparator.reverseOrder())
            .thenComparing(BarChart.Bar::label);

    private final Html html;
    private final IssueCatalogue catalogue;

    HtmlOverview(Html html, IssueCatalogue catalogue) {
        this.html = html;
        this.catalogue = catalogue;
    }

    void write(IssueCounts all, List<FileFindings> files) {
        if (all.totals().issues().all() > 0) {
            html.open("div", "class", "pair").line();
            writeRules(all.groups());
            writeTables(all.groups());
            html.close("div").line();
        }
        if (all.totals().files() > 0) {
            writeFiles(all.files(), files);
        }
    }

    private void writeRules(List<IssueGroup> groups) {
        List<BarChart.Bar> rules = bars(groups);
        html.open("section", "class", "card").element("h2", "Issues by rule");
        List<BarChart.Bar> shown = rules.stream().limit(BARS_AT_MOST).toList();
        BarChart.write(html, "Issues by rule", shown);
        if (rules.size() > shown.size()) {
            html.element("p", "And " + Counted.words(rules.size() - shown.size(), "more rule") + ", in the table.",
                    "class", "more");
        }
        html.open("details").element("summary", "The same as a table");
        startTable("Issues by rule", "Rule", "Severity", "Issues");
        for (BarChart.Bar rule : rules) {
            html.open("tr").element("th", rule.label(), "scope", "row").element("td", rule.severity().word())
                    .number(rule.count()).close("tr").line();
        }
        endTable();
        html.close("details").close("section").line();
    }

    private List<BarChart.Bar> bars(List<IssueGroup> groups) {
        record Rule(IssueCode code, Severity severity) {}
        Map<Rule, Long> counts = groups.stream().collect(Collectors.groupingBy(
                group -> new Rule(group.code(), group.severity()),
                LinkedHashMap::new,
                Collectors.summingLong(IssueGroup::count)));
        List<BarChart.Bar> bars = new ArrayList<>();
        counts.forEach((rule, count) ->
                bars.add(new BarChart.Bar(catalogue.title(rule.code()), rule.severity(), count)));
        bars.sort(ORDER);
        return bars;
    }

    private void writeTables(List<IssueGroup> groups) {
        Map<String, SeverityCounts> tables = new TreeMap<>();
        for (IssueGroup group : groups) {
            tables.merge(
                    group.table(), SeverityCounts.NONE.plus(group.severity(), group.count()), SeverityCounts::plus);
        }
        html.open("section", "class", "card").element("h2", "Issues by table");
        startTable("", "Table", "Errors", "Warnings", "Notices");
        tables.entrySet().stream().limit(TABLES_AT_MOST).forEach(table -> {
            html.open("tr").open("th", "scope", "row");
            if (table.getKey().isEmpty()) {
                html.text("The file itself");
            } else {
                html.element("bdi", table.getKey());
            }
            html.close("th");
            writeCounts(table.getValue());
            html.close("tr").line();
        });
        endTable();
        writeMore(tables.size() - TABLES_AT_MOST, "more table");
        html.close("section").line();
    }

    private void writeFiles(List<FileCount> files, List<FileFindings> sections) {
        html.open("section", "class", "card").element("h2", "Files");
        startTable("", "File", "Table", "Period", "Size", "Rows read", "Rows kept", "Rows refused", "Errors",
                "Warnings", "Notices");
        int section = 0;
        for (FileCount file : files.subList(0, Math.min(files.size(), FILES_AT_MOST))) {
            boolean hasSection = section < sections.size() && sections.get(section).file().equals(file);
            writeFile(file, hasSection ? "#file-" + ++section : "");
        }
        endTable();
        writeMore(files.size() - FILES_AT_MOST, "more file");
        html.close("section").line();
    }

    /// A file's name, which may go on in the next line behind a folder or an underscore.
    private void writeName(String name) {
        html.open("bdi");
        int from = 0;
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '/' || name.charAt(i) == '_') {
                html.text(name.substring(from, i + 1)).constant("<wbr>");
                from = i + 1;
            }
        }
        html.text(name.substring(from)).close("bdi");
    }

    private void writeFile(FileCount file, String link) {
        FileOutcome outcome = file.outcome();
        html.open("tr").open("th", "scope", "row");
        if (link.isEmpty()) {
            writeName(outcome.file());
        } else {
            html.open("a", "href", link);
            writeName(outcome.file());
            html.close("a");
        }
        if (outcome.refused()) {
            html.element("small", " refused");
        }
        html.close("th").open("td").element("bdi", outcome.table()).close("td");
        html.element("td", outcome.period()).element("td", Counted.bytes(outcome.bytes()), "class", "n");
        html.number(outcome.rowsRead()).number(outcome.rowsKept()).number(outcome.rowsRefused());
        writeCounts(file.issues());
        html.close("tr").line();
    }

    private void writeCounts(SeverityCounts counts) {
        for (Severity severity : Severity.values()) {
            html.number(counts.of(severity));
        }
    }

    private void writeMore(int more, String what) {
        if (more > 0) {
            html.element("p", "And " + Counted.words(more, what) + ".", "class", "more");
        }
    }

    private void startTable(String caption, String... columns) {
        html.open("div", "class", "wide", "tabindex", "0").open("table");
        if (!caption.isEmpty()) {
            html.element("caption", caption);
        }
        html.open("thead").open("tr");
        for (String column : columns) {
            html.element("th", column, "scope", "col", "class", isNumber(column) ? "n" : "");
        }
        html.close("tr").close("thead").line().open("tbody").line();
    }

    private static boolean isNumber(String column) {
        return switch (column) {
            case "File", "Table", "Period", "Rule", "Severity" -> false;
            default -> true;
        };
    }

    private void endTable() {
        html.close("tbody").close("table").close("div").line();
    }
}
