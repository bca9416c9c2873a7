package weir.collect.delivery;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import weir.engine.issue.IssueCatalogue;
import weir.engine.issue.report.CsvReport;
import weir.engine.issue.report.ErrorReport;
import weir.engine.issue.report.HtmlReport;
import weir.engine.issue.report.IssueCounts;
import weir.engine.issue.report.JsonReport;
import weir.engine.issue.report.ReportSink;
import weir.engine.issue.report.Screen;
import weir.engine.issue.report.SeverityCounts;
import weir.engine.issue.report.TerminalReport;
import weir.platform.objects.FilePut;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectStore;

/// The reports of a file, or of a return, in the making: as JSON, as CSV, as the CSV that councils already know, and as a page,
/// and as text. None holds
/// a value of a record.
public final class Reports implements Closeable {

    private static final List<String> NAMES =
            Arrays.stream(ReportForm.values()).map(ReportForm::object).toList();

    private final Path folder;
    private final IssueCounts counts = new IssueCounts();
    private final List<OutputStream> open = new ArrayList<>();
    private final ReportSink sink;

    /// @param session names the run
    public Reports(Path folder, String session, Instant now) throws IOException {
        this.folder = folder;
        IssueCatalogue catalogue = IssueCatalogue.builtIn();
        this.sink = ReportSink.all(List.of(
                counts,
                new JsonReport(create("report.json"), catalogue),
                new CsvReport(create("report.csv"), catalogue),
                new ErrorReport(create("error_report.csv"), catalogue, session, name -> uuid(session, name)),
                new HtmlReport(create("report.html"), catalogue, now.atZone(ZoneId.of("Europe/London"))),
                new TerminalReport(
                        new PrintWriter(create("report.txt"), false, StandardCharsets.UTF_8), catalogue, Screen.plain())));
    }

    private OutputStream create(String name) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
        open.add(out);
        return out;
    }

    private static String uuid(String session, String file) {
        return UUID.nameUUIDFromBytes((session + "/" + file).getBytes(StandardCharsets.UTF_8)).toString();
    }

    public ReportSink sink() {
        return sink;
    }

    public SeverityCounts counts() {
        return counts.totals().issues();
    }

    /// The objects of reports that are kept under a folder.
    public static List<String> under(String folder) {
        return NAMES.stream().map(name -> folder + "/" + name).toList();
    }

    /// Keeps them among the objects, once they are closed.
    public void keep(ObjectStore objects, ObjectKey under) throws IOException {
        FilePut.all(objects, NAMES.stream().map(name -> new FilePut(under.child(name), folder.resolve(name))).toList());
    }

    @Override
    public void close() throws IOException {
        sink.close();
        for (OutputStream out : open) {
            out.close();
        }
    }
}
