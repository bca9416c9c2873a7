package weir.engine.issue.report;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import weir.engine.issue.IssueCatalogue;
import weir.engine.issue.Severity;

/// Lays out the page from its parts: what happened, what broke which rule, then file by file.
final class HtmlPage {

    private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK);

    private final Html html;
    private final IssueCatalogue catalogue;

    HtmlPage(Html html, IssueCatalogue catalogue) {
        this.html = html;
        this.catalogue = catalogue;
    }

    void write(IssueCounts all, List<FileFindings> files, ZonedDateTime made) {
        Headline headline = Headline.of(all.totals());
        writeHead(headline);
        html.open("body").line();
        html.open("header").constant(Mark.WEIR).element("b", "Weir")
                .element("span", "Checked on " + MADE.format(made)).close("header").line();
        html.open("main").line();
        headline.write(html, all.totals());
        writeNumbers(all.totals());
        new HtmlOverview(html, catalogue).write(all, files);
        HtmlFiles sections = new HtmlFiles(html, catalogue);
        for (int i = 0; i < files.size(); i++) {
            sections.write(i + 1, files.get(i));
        }
        html.close("main").line();
        writeFoot();
        html.close("body").close("html").line();
    }

    private void writeHead(Headline headline) {
        Stylesheet style = Stylesheet.builtIn();
        html.constant("<!DOCTYPE html>").line().open("html", "lang", "en-GB").line().open("head").line();
        html.open("meta", "charset", "utf-8").line();
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", style.policy()).line();
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
        html.open("meta", "name", "referrer", "content", "no-referrer").line();
        html.open("meta", "name", "robots", "content", "noindex").line();
        html.element("title", headline.title() + " - Weir").line();
        html.open("style").constant(style.css()).close("style").line().close("head").line();
    }

    private void writeNumbers(Totals totals) {
        html.open("dl", "class", "numbers");
        String refused = totals.filesRefused() == 0 ? "" : " " + Counted.number(totals.filesRefused()) + " refused";
        writeNumber("Files checked", totals.files(), refused, "");
        writeNumber("Rows read", totals.rowsRead(), "", "");
        writeNumber("Rows kept", totals.rowsKept(), "", "");
        writeNumber("Rows refused", totals.rowsRefused(), "", "");
        if (totals.rowsMerged() > 0) {
            writeNumber("Rows merged", totals.rowsMerged(), "", "");
        }
        for (Severity severity : Severity.values()) {
            long count = totals.issues().of(severity);
            String word = severity.word();
            String name = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + "s";
            writeNumber(name, count, "", count == 0 ? "" : word);
        }
        html.close("dl").line();
    }

    private void writeNumber(String name, long number, String aside, String tone) {
        html.open("div", "class", tone).element("dt", name).open("dd").text(Counted.number(number));
        if (!aside.isEmpty()) {
            html.element("small", aside);
        }
        html.close("dd").close("div");
    }

    private void writeFoot() {
        html.open("footer");
        html.element("p", "This page holds no values of records, only where they stand and what must be true there. "
                + "An error blocks, a warning asks, a notice informs.");
        html.close("footer").line();
    }
}
