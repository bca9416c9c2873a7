package weir.engine.expression.internal;

import weir.engine.record.Row;

/// One part of a condition. Its value is a `Boolean`, `Long`, `Double`, `String`, `LocalDate`, a `Set` of these, [#BLANK]
/// or [#OPEN]. Safe for many threads.
@FunctionalInterface
public interface Term {

    /// A blank: CEL's `null`.
    Object BLANK = Mark.BLANK;

    /// What CEL ends in an error for.
    Object OPEN = Mark.OPEN;

    Object of(Row row);

    /// The values that are no values.
    enum Mark {
        BLANK,
        OPEN
    }
}
