package weir.engine.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import weir.engine.record.Row;

/// Writes the rows of one table to one file. For one thread. The file is whole only after `close`.
public interface TableWriter extends Closeable {

    void write(Row row) throws IOException;

    /// A column of the file.
    ///
    /// @param name its header
    /// @param kind which kind of value it holds; a value of another kind is a fault of the caller
    record Column(String name, Kind kind) {}

    /// The kinds of values a column may hold, blanks apart.
    enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        DAY,
        CLOCK,
        FLAG
    }

    /// The names of `columns`, in order.
    static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
