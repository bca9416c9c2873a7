package weir.stream.csv;

import java.util.List;
import java.util.Optional;

import weir.stream.message.CsvOrigin;

/// A row of a file with the names of its columns and where it came from. Immutable.
///
/// @param cells as many as the header has names
/// @param origin empty for a row that came as JSON of its own
public record CsvRow(CsvHeader header, List<String> cells, Optional<CsvOrigin> origin) {

    public CsvRow {
        cells = List.copyOf(cells);
        if (cells.size() != header.names().size()) {
            throw new IllegalArgumentException("A row has as many cells as the header has names.");
        }
    }

    /// The cell of a column, blank or not; empty when the file has no such column.
    public Optional<String> cell(String column) {
        return header.place(column).map(cells::get);
    }

    /// Whether the file has the column and the row has something in it.
    public boolean has(String column) {
        return cell(column).filter(cell -> !cell.isBlank()).isPresent();
    }

    @Override
    public String toString() {
        return "CsvRow[" + origin.map(CsvOrigin::toString).orElse("as JSON") + ", " + cells.size() + " cells]";
    }
}
