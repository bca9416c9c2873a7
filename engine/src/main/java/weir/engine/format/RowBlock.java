package weir.engine.format;

import java.util.List;

import weir.engine.record.Cells;

/// A run of rows cut from a table, not parsed yet. Blocks may be parsed at the same time by different threads, each
/// block by one.
public interface RowBlock {

    /// The number of the block's first row, as a spreadsheet counts: the header is row 1.
    long firstRow();

    /// The rows in their order. Blank rows stand in it too, so that a row's number is the number of the first plus its
    /// position in this list.
    ///
    /// @throws FileRefused when the block cannot be read or breaks a limit
    List<Cells> rows() throws FileRefused;

    /// A block of rows that are parsed already.
    static RowBlock of(long firstRow, List<Cells> rows) {
        return new RowBlock() {
            @Override
            public long firstRow() {
                return firstRow;
            }

            @Override
            public List<Cells> rows() {
                return rows;
            }
        };
    }
}
