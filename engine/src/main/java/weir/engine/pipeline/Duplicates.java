package weir.engine.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import weir.engine.compare.Submitted;
import weir.engine.dataset.Table;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.Place;
import weir.engine.issue.report.FileOutcome;
import weir.engine.issue.report.ReportSink;

/// Counts the rows that were merged, and tells of those that repeat another row of the same file. That a later return
/// brings a record again is what returns are for, and not told.
final class Duplicates implements OutputRun.Merging {

    /// Told of one by one; beyond these, more repeats of a table are only counted.
    private static final int TOLD = 10_000;

    private record Repeat(int source, long row) {}

    private final List<FileOutcome> files;
    private final Table table;
    private final List<Repeat> repeats = new ArrayList<>();
    private long merged;

    Duplicates(List<FileOutcome> files, Table table) {
        this.files = files;
        this.table = table;
    }

    @Override
    public void accept(int source, long row, Submitted latest) {
        merged++;
        if (source == latest.source() && repeats.size() < TOLD) {
            repeats.add(new Repeat(source, row));
        }
    }

    @Override
    public long merged() {
        return merged;
    }

    /// Tells of the repeats in the order of the files.
    void report(ReportSink report) {
        Map<Integer, List<Issue>> bySource = new TreeMap<>();
        repeats.sort(Comparator.comparingInt(Repeat::source).thenComparingLong(Repeat::row));
        for (Repeat repeat : repeats) {
            Place place = Place.file(files.get(repeat.source()).file())
                    .table(table.name().value())
                    .row(repeat.row());
            bySource.computeIfAbsent(repeat.source(), _ -> new ArrayList<>())
                    .add(Issue.warning(IssueCode.ROW_DUPLICATE, place, ""));
        }
        bySource.forEach((source, issues) -> report.amend(files.get(source).file(), issues));
    }
}
