package weir.engine.issue.report;

import java.util.List;

/// What became of one file. A row that was read is kept, refused or merged with an equal row; none is lost.
///
/// @param file        the name as the user knows it, with `/` between folders
/// @param tables      what became of each of its tables that was recognised, in the order of the file
/// @param bytes       its size as it stands on the disk
/// @param rowsRead    records read, the header not counted
/// @param rowsKept    records that went on
/// @param rowsRefused records that were held back
/// @param refused     whether the file as a whole was held back
public record FileOutcome(
        String file,
        List<TableOutcome> tables,
        long bytes,
        long rowsRead,
        long rowsKept,
        long rowsRefused,
        boolean refused) {

    public FileOutcome {
        tables = List.copyOf(tables);
        if (bytes < 0 || rowsKept < 0 || rowsRefused < 0 || rowsRead < rowsKept + rowsRefused) {
            throw new IllegalArgumentException("Give counts of 0 or more, with no more rows kept and refused than read.");
        }
    }

    /// The outcome of a file that was held back before any row was read.
    public static FileOutcome refusedUnread(String file, long bytes) {
        return new FileOutcome(file, List.of(), bytes, 0, 0, 0, true);
    }

    /// The dataset it was taken for, as in `ssda903`; empty when it was not recognised.
    public String dataset() {
        return tables.isEmpty() ? "" : tables.getLast().dataset();
    }

    /// The table it was taken for, as in `episodes`; empty when it was not recognised or holds several.
    public String table() {
        return tables.size() == 1 ? tables.getFirst().table() : "";
    }

    /// The period it is about, as in `2020`; empty when it was not recognised.
    public String period() {
        return tables.isEmpty() ? "" : tables.getLast().period();
    }

    /// Rows that were left out because an equal row was kept.
    public long rowsMerged() {
        return rowsRead - rowsKept - rowsRefused;
    }
}
