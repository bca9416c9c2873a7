package weir.app.terminal;

/// How a command ends.
public final class Exit {

    /// Fine.
    public static final int OK = 0;

    /// The data has issues of severity error.
    public static final int ISSUES = 1;

    /// The command was used wrongly.
    public static final int USAGE = 2;

    /// Something outside failed: a disk, a folder, a file that cannot be read.
    public static final int OUTSIDE = 3;

    private Exit() {}
}
