package weir.engine.format;

import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.Place;
import weir.engine.issue.Shape;

/// A file that cannot be read any further and is refused whole. It becomes one issue of severity error; it is not a
/// failure of the program.
public final class FileRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient IssueCode code;
    private final long row;
    private final String expected;
    private final boolean isLine;

    /// @param row      the row at which reading stopped, the header being 1; 0 when it is about the whole file
    /// @param expected what must be true, to follow "must be" or stand alone; never a value
    public FileRefused(IssueCode code, long row, String expected) {
        this(code, row, expected, false);
    }

    private FileRefused(IssueCode code, long row, String expected, boolean isLine) {
        super(code.value());
        this.code = code;
        this.row = row;
        this.expected = expected;
        this.isLine = isLine;
    }

    /// The refusal of an XML file, which has lines and no rows.
    ///
    /// @param line the line at which reading stopped; 0 when it is about the whole file
    public static FileRefused atLine(IssueCode code, long line, String expected) {
        return new FileRefused(code, line, expected, true);
    }

    public IssueCode code() {
        return code;
    }

    public long row() {
        return row;
    }

    public String expected() {
        return expected;
    }

    public Issue toIssue(Place file) {
        Place place = isLine ? file.line(row) : file.row(row);
        return Issue.error(code, row == 0 ? file : place, expected, Shape.NONE);
    }
}
