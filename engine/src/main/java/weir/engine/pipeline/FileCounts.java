package weir.engine.pipeline;

import java.util.ArrayList;
import java.util.List;

import weir.engine.issue.report.FileOutcome;
import weir.engine.issue.report.TableOutcome;

/// Counts what becomes of the rows of one file, table by table.
final class FileCounts {

    private final String file;
    private final long bytes;
    private final List<TableOutcome> tables = new ArrayList<>();
    private long readBefore;
    private long keptBefore;
    private long read;
    private long pending;
    private boolean isRefused;

    FileCounts(String file, long bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    void add(long rowsRead, long rowsKept) {
        read += rowsRead;
        pending += rowsKept;
    }

    /// The rows of the table go on.
    TableOutcome keepTable(Recognised recognised) {
        return endTable(recognised, pending);
    }

    /// The rows of the table were taken back.
    TableOutcome dropTable(Recognised recognised) {
        isRefused = true;
        return endTable(recognised, 0);
    }

    private TableOutcome endTable(Recognised recognised, long kept) {
        TableOutcome table = new TableOutcome(
                recognised.dataset().id().value(),
                recognised.table().name().value(),
                recognised.period().toString(),
                read,
                kept,
                read - kept);
        tables.add(table);
        readBefore += read;
        keptBefore += kept;
        read = 0;
        pending = 0;
        return table;
    }

    /// A part of the file, or all of it, could not be read.
    void refuse() {
        isRefused = true;
    }

    FileOutcome outcome() {
        return new FileOutcome(
                file, tables, bytes, readBefore, keptBefore, readBefore - keptBefore, isRefused && keptBefore == 0);
    }
}
