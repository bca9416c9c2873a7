package weir.stream.csv;

/// Rows were asked of a file that is not well-formed.
public final class CsvNotWellFormed extends Exception {

    private static final long serialVersionUID = 1L;

    CsvNotWellFormed(long row) {
        super("Line " + row + " is not well-formed CSV. Check the file before its rows are read; no row from there on was given.");
    }
}
