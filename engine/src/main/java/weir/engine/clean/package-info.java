/// Checks the cells of a table against its specification and turns them into values; what does not fit becomes blank and
/// an issue.
///
/// [TableCleaner] takes a record's cells and gives its row; a [CellReader] per field does the reading. How each type is
/// read is written in `docs/interpretation.md`.
@NullMarked
package weir.engine.clean;

import org.jspecify.annotations.NullMarked;
