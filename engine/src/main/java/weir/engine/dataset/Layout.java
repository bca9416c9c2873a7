package weir.engine.dataset;

/// How the records of a table stand in a file.
public sealed interface Layout {

    /// The layout of a table that says nothing of it.
    Layout ROWS = new Rows();

    /// A record in each row, under a header.
    record Rows() implements Layout {}

    /// One record in a sheet: labels in the second column, values in the third. The labels are the names of the fields, in
    /// their order; other rows may stand between them.
    ///
    /// @param sheet    the name of the sheet
    /// @param fileName what stands in the file's name and tells the table
    record Vertical(String sheet, String fileName) implements Layout {}
}
