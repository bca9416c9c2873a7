package weir.engine.issue.report;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCatalogue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.Place;

import static org.assertj.core.api.Assertions.assertThat;

/// What is found when all files are brought together counts for its file like anything else.
final class AmendedReportTest {

    private static final Issue REPEAT =
            Issue.warning(IssueCode.ROW_DUPLICATE, Place.file("a.csv").table("header").row(7), "");

    private static void fill(ReportSink report) {
        report.begin("a.csv");
        report.accept(Issue.error(IssueCode.VALUE_BLANK, Place.file("a.csv").table("header").row(2).field("DOB", 2)));
        report.end(new FileOutcome("a.csv", List.of(new TableOutcome("ssda903", "header", "2020", 6, 6, 0)), 10, 6, 6, 0, false));
        report.begin("b.csv");
        report.end(new FileOutcome("b.csv", List.of(new TableOutcome("ssda903", "header", "2021", 6, 6, 0)), 10, 6, 6, 0, false));
        report.amend("a.csv", List.of(REPEAT));
        report.close();
    }

    @Test
    void countsThemWithTheirFileAndInAll() {
        IssueCounts counts = new IssueCounts();
        fill(counts);
        assertThat(counts.totals().issues()).isEqualTo(new SeverityCounts(1, 1, 0));
        assertThat(counts.files()).extracting(FileCount::issues)
                .containsExactly(new SeverityCounts(1, 1, 0), SeverityCounts.NONE);
    }

    @Test
    void namesThemInEveryReport() {
        StringWriter terminal = new StringWriter();
        fill(new TerminalReport(new PrintWriter(terminal), IssueCatalogue.builtIn(), Screen.plain()));
        assertThat(terminal.toString()).contains("Row 7", "1 error, 1 warning in 2 files");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fill(new JsonReport(out, IssueCatalogue.builtIn()));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("row-duplicate").contains("\"warnings\":1");
        out.reset();
        fill(new CsvReport(out, IssueCatalogue.builtIn()));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("a.csv,header,7");
        out.reset();
        fill(new ErrorReport(out, IssueCatalogue.builtIn(), "session", name -> "id-of-" + name));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("DuplicateRemoval,Row 7 removed as it was a duplicate,a.csv,7,,header,,,id-of-a.csv,session");
        out.reset();
        fill(new HtmlReport(out, IssueCatalogue.builtIn(), ZonedDateTime.of(2026, 1, 1, 9, 0, 0, 0, ZoneOffset.UTC)));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Row repeated", "Blank where a value is needed");
    }
}
