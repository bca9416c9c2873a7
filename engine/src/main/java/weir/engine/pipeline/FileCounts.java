package weir.engine.pipeline;

import weir.engine.issue.report.FileOutcome;

/// Counts what becomes of the rows of one file.
final class FileCounts {

    private final String file;
    private final long bytes;
    private String dataset = "";
    private String table = "";
    private String period = "";
    private int tables;
    private long read;
    private long pending;
    private long kept;
    private boolean isRefused;

    FileCounts(String file, long bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    void recognise(Recognised recognised) {
        tables++;
        dataset = recognised.dataset().id().value();
        table = tables == 1 ? recognised.table().name().value() : "";
        period = recognised.period().toString();
    }

    void add(int rowsRead, int rowsKept) {
        read += rowsRead;
        pending += rowsKept;
    }

    /// The rows of the table go on.
    void keepTable() {
        kept += pending;
        pending = 0;
    }

    /// The rows of the table were taken back.
    void dropTable() {
        pending = 0;
        isRefused = true;
    }

    long read() {
        return read;
    }

    /// A part of the file, or all of it, could not be read.
    void refuse() {
        isRefused = true;
    }

    FileOutcome outcome() {
        return new FileOutcome(file, dataset, table, period, bytes, read, kept, read - kept, isRefused && kept == 0);
    }
}
