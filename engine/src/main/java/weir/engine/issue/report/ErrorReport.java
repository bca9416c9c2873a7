package weir.engine.issue.report;

import java.io.OutputStream;
import java.util.List;
import java.util.function.UnaryOperator;

import de.siegmar.fastcsv.writer.CsvWriter;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCatalogue;
import weir.engine.issue.IssueWords;
import weir.engine.issue.Place;

/// The error report that councils already know, one line per issue of any severity: `type`, `message`, `filename`,
/// `row_number`, `column_letter`, `table_name`, `header`, `xml_row`, `uuid`, `session_id`. Of an XML return the line stands in
/// `xml_row`, and `row_number` is blank.
///
/// Two things differ from the older report on purpose. Its columns were those that happened to occur, in the order in
/// which they first did; here they are always these ten, and an empty report still has its header. It could echo what
/// the program met in a column `exception`; here there is none.
public final class ErrorReport implements ReportSink {

    private final CsvWriter csv;
    private final IssueCatalogue catalogue;
    private final String sessionId;
    private final UnaryOperator<String> uuids;
    private String uuid = "";

    /// @param sessionId names the run
    /// @param uuids     gives the id of a file by its name; asked once per file
    public ErrorReport(
            OutputStream out, IssueCatalogue catalogue, String sessionId, UnaryOperator<String> uuids) {
        this.csv = CsvReport.openCsv(out);
        this.catalogue = catalogue;
        this.sessionId = sessionId;
        this.uuids = uuids;
        csv.writeRecord(
                "type", "message", "filename", "row_number", "column_letter", "table_name", "header", "xml_row",
                "uuid", "session_id");
    }

    @Override
    public void begin(String file) {
        uuid = uuids.apply(file);
    }

    @Override
    public void accept(Issue issue) {
        Place place = issue.place();
        IssueWords words = catalogue.words(issue.code());
        csv.writeRecord(
                words.reportedType(),
                words.reportedMessage(issue),
                Harmless.inSpreadsheet(place.file()),
                place.isLine() ? "" : CsvReport.row(place),
                place.columnLetter().orElse(""),
                Harmless.inSpreadsheet(place.table().orElse("")),
                Harmless.inSpreadsheet(place.field().orElse("")),
                place.isLine() ? CsvReport.row(place) : "",
                uuid,
                sessionId);
    }

    @Override
    public void end(FileOutcome outcome) {}

    @Override
    public void amend(String file, List<Issue> issues) {
        begin(file);
        issues.forEach(this::accept);
    }

    @Override
    public void close() {
        CsvReport.closeCsv(csv);
    }
}
