package weir.engine.issue.report;

/// What became of one table of a file. A row that was read is kept, refused or merged with an equal row; none is lost.
///
/// @param dataset     the dataset it was taken for, as in `ssda903`
/// @param table       the table it was taken for, as in `episodes`
/// @param period      the period it is about, as in `2020`
/// @param rowsRead    records read, the header not counted
/// @param rowsKept    records that went on
/// @param rowsRefused records that were held back
public record TableOutcome(String dataset, String table, String period, long rowsRead, long rowsKept, long rowsRefused) {}
