package weir.engine.issue.report;

/// What the report on the terminal may use.
///
/// @param columns the width in characters; a narrower one than 40 counts as 40
/// @param values  whether the values that caused issues are shown to the person at the keyboard
public record Screen(Colour colour, int columns, Values values) {

    /// Whether colours are used: only where a terminal watches.
    public enum Colour {
        PLAIN,
        ANSI
    }

    /// Whether values of records are shown: only where the person at the keyboard asked for them.
    public enum Values {
        HIDDEN,
        SHOWN
    }

    public Screen {
        columns = Math.max(40, columns);
    }

    /// No colour, 80 characters, no values: what goes into a file or a pipe.
    public static Screen plain() {
        return new Screen(Colour.PLAIN, 80, Values.HIDDEN);
    }
}
