package weir.engine.format;

import java.util.List;

import weir.engine.record.Cells;

/// A run of rows cut from a table, not parsed yet. Blocks may be parsed at the same time by different threads, each
/// block by one.
@FunctionalInterface
public interface RowBlock {

    /// The rows in their order. Blank rows stand in it too, so that the row's number is the number of the block's first
    /// row plus the position in this list.
    ///
    /// @throws FileRefused when the block cannot be read or breaks a limit; its row counts from this block's first, as 1
    List<Cells> rows() throws FileRefused;
}
