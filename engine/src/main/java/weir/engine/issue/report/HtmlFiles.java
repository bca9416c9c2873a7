package weir.engine.issue.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import weir.engine.issue.Issue;
import weir.engine.issue.IssueCatalogue;
import weir.engine.issue.Place;
import weir.engine.issue.Shape;

/// One section of the page per file: each rule that was broken, what must be true, how to mend it and where it stands.
final class HtmlFiles {

    private static final int FIELDS_AT_MOST = 20;

    private final Html html;
    private final IssueCatalogue catalogue;

    HtmlFiles(Html html, IssueCatalogue catalogue) {
        this.html = html;
        this.catalogue = catalogue;
    }

    void write(int number, FileFindings file) {
        FileOutcome outcome = file.file().outcome();
        html.open("section", "class", "card file", "id", "file-" + number);
        html.open("h2").element("bdi", outcome.file()).close("h2");
        html.element("p", knownAs(outcome), "class", "known");
        if (outcome.refused()) {
            html.element("p", "This file was refused as a whole: nothing of it went on.", "class", "refused");
        }
        file.rules().forEach(rule -> writeRule(outcome, rule));
        html.close("section").line();
    }

    private static String knownAs(FileOutcome outcome) {
        String rows = Totals.rows(
                outcome.rowsRead(), outcome.rowsKept(), outcome.rowsRefused(), outcome.rowsMerged());
        return Stream.of(outcome.dataset(), outcome.table(), outcome.period(), Counted.bytes(outcome.bytes()), rows)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private void writeRule(FileOutcome outcome, RuleFindings rule) {
        html.line().open("div", "class", "rule").open("h3");
        html.open("span", "class", "tag " + rule.severity().word()).constant(Mark.of(rule.severity()))
                .text(Counted.words(rule.count(), rule.severity().word())).close("span");
        html.text(catalogue.title(rule.code()));
        if (!rule.table().isEmpty() && !rule.table().equals(outcome.table())) {
            html.text(" in ").element("bdi", rule.table());
        }
        html.element("code", rule.code().value()).close("h3").line();
        writeFields(rule.fields());
        html.open("p", "class", "mend").element("b", "To mend: ").text(catalogue.mend(rule.code())).close("p").line();
        if (rule.count() > 1) {
            writePlaces(rule);
        }
        html.close("div").line();
    }

    private void writeFields(List<IssueGroup> fields) {
        html.open("ul");
        for (IssueGroup field : fields.subList(0, Math.min(fields.size(), FIELDS_AT_MOST))) {
            html.open("li").text(catalogue.many(field.first().getFirst(), field.count()));
            if (field.count() > 1 && !field.rows().isEmpty()) {
                html.text(" ").element("span", field.rows() + ".");
            }
            html.close("li").line();
        }
        if (fields.size() > FIELDS_AT_MOST) {
            html.element("li", "And " + Counted.words(fields.size() - FIELDS_AT_MOST, "more column") + ".");
        }
        html.close("ul").line();
    }

    private void writePlaces(RuleFindings rule) {
        List<Issue> places = rule.places();
        if (places.isEmpty()) {
            return;
        }
        long more = rule.count() - places.size();
        html.open("details").element("summary", more == 0
                ? "All " + Counted.words(places.size(), "place")
                : "The first " + Counted.words(places.size(), "place"));
        html.open("div", "class", "wide", "tabindex", "0").open("table").line().constant("<thead><tr>"
                + "<th scope=\"col\" class=\"n\">Row</th><th scope=\"col\">Column</th><th scope=\"col\">Field</th>"
                + "<th scope=\"col\">Found</th></tr></thead>").line().open("tbody").line();
        places.forEach(this::writePlace);
        html.close("tbody").close("table").close("div").line();
        if (more > 0) {
            html.element("p", "And " + Counted.number(more) + " more.", "class", "more");
        }
        html.close("details").line();
    }

    private void writePlace(Issue issue) {
        Place place = issue.place();
        html.open("tr").element("td", CsvReport.row(place), "class", "n");
        html.element("td", place.columnLetter().orElse(""));
        html.open("td").element("bdi", place.field().orElse("")).close("td");
        html.element("td", issue.found().kind() == Shape.Kind.NONE ? "" : issue.found().words());
        html.close("tr").line();
    }
}
