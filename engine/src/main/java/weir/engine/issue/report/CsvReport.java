package weir.engine.issue.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCatalogue;
import weir.engine.issue.Place;
import weir.engine.issue.Shape;

/// Every issue as one line of CSV: `file`, `table`, `row`, `column`, `field`, `code`, `severity`, `expected`, `found`,
/// `text`.
///
/// UTF-8 without a byte order mark, lines end in LF, RFC 4180 quoting. `row` counts the header as 1, `column` is the
/// letter a spreadsheet gives it. A name that a spreadsheet would run as a formula has an apostrophe in front.
public final class CsvReport implements ReportSink {

    private final CsvWriter csv;
    private final IssueCatalogue catalogue;

    public CsvReport(OutputStream out, IssueCatalogue catalogue) {
        this.csv = openCsv(out);
        this.catalogue = catalogue;
        csv.writeRecord(
                "file", "table", "row", "column", "field", "code", "severity", "expected", "found", "text");
    }

    static CsvWriter openCsv(OutputStream out) {
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new BorrowedStream(out), StandardCharsets.UTF_8);
    }

    static void closeCsv(CsvWriter csv) {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The report could not be written. Free some space, then run again.", e);
        }
    }

    static String row(Place place) {
        return place.row().isPresent() ? Long.toString(place.row().getAsLong()) : "";
    }

    @Override
    public void begin(String file) {}

    @Override
    public void accept(Issue issue) {
        Place place = issue.place();
        csv.writeRecord(
                Harmless.inSpreadsheet(place.file()),
                Harmless.inSpreadsheet(place.table().orElse("")),
                row(place),
                place.columnLetter().orElse(""),
                Harmless.inSpreadsheet(place.field().orElse("")),
                issue.code().value(),
                issue.severity().word(),
                Harmless.inSpreadsheet(catalogue.expected(issue)),
                issue.found().kind() == Shape.Kind.NONE ? "" : issue.found().words(),
                Harmless.inSpreadsheet(catalogue.text(issue)));
    }

    @Override
    public void end(FileOutcome outcome) {}

    @Override
    public void amend(String file, List<Issue> issues) {
        issues.forEach(this::accept);
    }

    @Override
    public void close() {
        closeCsv(csv);
    }
}
