package weir.engine.generate;

/// A fault that was planted, and where.
///
/// @param file  the file, relative to the folder written, with `/` between folders
/// @param row   the row as a spreadsheet counts: the header is row 1
/// @param field the name of the field; empty when the fault is of the whole row
/// @param fault its kind
public record Planted(String file, long row, String field, Fault fault) {}
