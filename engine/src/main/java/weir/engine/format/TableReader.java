package weir.engine.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The tables of one file, one after the other, each as a header and blocks of rows. For one thread; the blocks it
/// gives may go to others.
public interface TableReader extends Closeable {

    /// Moves to the next table, leaving what is unread of the one before. False when there is none left; a CSV file has
    /// one, a workbook one per sheet.
    ///
    /// @throws FileRefused when the file cannot be read as a table at all
    boolean nextTable() throws IOException, FileRefused;

    /// The name of the sheet; empty where the format has no sheets.
    String sheet();

    /// The names of all sheets, in their order; none where the format has no sheets.
    default List<String> sheets() {
        return List.of();
    }

    /// The texts of the first row, in order. Empty when the table has no row; all blank when its first row is.
    List<String> header();

    /// The next rows, the first block's first row being row 2. Empty at the end of the table.
    Optional<RowBlock> nextBlock() throws IOException, FileRefused;

    /// Bytes of the file read so far, for progress.
    long bytesRead();
}
