package weir.engine.issue.report;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import tools.jackson.core.JsonGenerator;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCatalogue;
import weir.engine.issue.Place;
import weir.engine.issue.Shape;

/// One JSON document with every issue, every file and the totals, written as the issues come:
/// `{"issues": […], "files": […], "summary": {…}}`.
///
/// UTF-8; one issue or file on a line. Every object has all of its members: what is not known is `null`. `row` counts
/// the header as 1, `column` is the letter a spreadsheet gives it. Memory grows by one line per file.
public final class JsonReport implements ReportSink {

    private final JsonGenerator json;
    private final IssueCatalogue catalogue;
    private final List<FileCount> files = new ArrayList<>();
    private SeverityCounts inFile = SeverityCounts.NONE;

    public JsonReport(OutputStream out, IssueCatalogue catalogue) {
        this.json = JsonLines.open(new BorrowedStream(out));
        this.catalogue = catalogue;
        json.writeStartObject();
        json.writeArrayPropertyStart("issues");
    }

    @Override
    public void begin(String file) {
        inFile = SeverityCounts.NONE;
    }

    @Override
    public void accept(Issue issue) {
        inFile = inFile.plus(issue.severity(), 1);
        Place place = issue.place();
        json.writeStartObject();
        write("code", issue.code().value());
        write("severity", issue.severity().word());
        write("file", place.file());
        write("table", place.table());
        if (place.row().isPresent()) {
            json.writeNumberProperty("row", place.row().getAsLong());
        } else {
            json.writeNullProperty("row");
        }
        write("column", place.columnLetter());
        write("field", place.field());
        write("expected", known(catalogue.expected(issue)));
        writeFound(issue.found());
        write("text", catalogue.text(issue));
        json.writeEndObject();
    }

    private void writeFound(Shape found) {
        if (found.kind() == Shape.Kind.NONE) {
            json.writeNullProperty("found");
            return;
        }
        json.writeObjectPropertyStart("found");
        write("kind", found.kind().name().toLowerCase(Locale.ROOT));
        json.writeNumberProperty("length", found.length());
        json.writeEndObject();
    }

    @Override
    public void end(FileOutcome outcome) {
        files.add(new FileCount(outcome, inFile));
        inFile = SeverityCounts.NONE;
    }

    @Override
    public void amend(String file, List<Issue> issues) {
        inFile = SeverityCounts.NONE;
        issues.forEach(this::accept);
        FileCount.amend(files, file, inFile);
    }

    @Override
    public void close() {
        json.writeEndArray();
        json.writeArrayPropertyStart("files");
        Totals totals = Totals.NONE;
        for (FileCount file : files) {
            writeFile(file);
            totals = totals.plus(file);
        }
        json.writeEndArray();
        writeSummary(totals);
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
    }

    private void writeFile(FileCount file) {
        FileOutcome outcome = file.outcome();
        json.writeStartObject();
        write("file", outcome.file());
        write("dataset", known(outcome.dataset()));
        write("table", known(outcome.table()));
        write("period", known(outcome.period()));
        json.writeBooleanProperty("refused", outcome.refused());
        json.writeNumberProperty("bytes", outcome.bytes());
        writeRows(outcome.rowsRead(), outcome.rowsKept(), outcome.rowsRefused(), outcome.rowsMerged());
        writeIssueCounts(file.issues());
        json.writeEndObject();
    }

    private void writeSummary(Totals totals) {
        json.writeObjectPropertyStart("summary");
        json.writeNumberProperty("files", totals.files());
        json.writeNumberProperty("files_refused", totals.filesRefused());
        json.writeNumberProperty("bytes", totals.bytes());
        writeRows(totals.rowsRead(), totals.rowsKept(), totals.rowsRefused(), totals.rowsMerged());
        writeIssueCounts(totals.issues());
        write("text", totals.sentence());
        json.writeEndObject();
    }

    private void writeRows(long read, long kept, long refused, long merged) {
        json.writeNumberProperty("rows_read", read);
        json.writeNumberProperty("rows_kept", kept);
        json.writeNumberProperty("rows_refused", refused);
        json.writeNumberProperty("rows_merged", merged);
    }

    private void writeIssueCounts(SeverityCounts issues) {
        json.writeNumberProperty("errors", issues.errors());
        json.writeNumberProperty("warnings", issues.warnings());
        json.writeNumberProperty("notices", issues.notices());
    }

    private static Optional<String> known(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private void write(String name, String text) {
        json.writeStringProperty(name, Harmless.inUtf8(text));
    }

    private void write(String name, Optional<String> text) {
        if (text.isPresent()) {
            write(name, text.get());
        } else {
            json.writeNullProperty(name);
        }
    }
}
