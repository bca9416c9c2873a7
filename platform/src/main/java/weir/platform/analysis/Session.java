package weir.platform.analysis;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// A database in memory for one piece of work. For one thread.
public final class Session {

    private final Connection connection;

    Session(Connection connection) {
        this.connection = connection;
    }

    /// Runs statements, divided by semicolons.
    /// @throws AnalysisFailed when one fails
    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AnalysisFailed(e);
        }
    }

    /// Reads one row of a result.
    @FunctionalInterface
    public interface Reading<T> {

        T read(Row row);
    }

    /// One row of a result; its columns are counted from 1.
    public static final class Row {

        private final ResultSet at;

        private Row(ResultSet at) {
            this.at = at;
        }

        /// The empty string for nothing.
        public String text(int column) {
            try {
                String text = at.getString(column);
                return text == null ? "" : text;
            } catch (SQLException e) {
                throw new AnalysisFailed(e);
            }
        }

        /// 0 for nothing.
        public long number(int column) {
            try {
                return at.getLong(column);
            } catch (SQLException e) {
                throw new AnalysisFailed(e);
            }
        }
    }

    /// The rows of a query: for counts and names, not for tables.
    ///
    /// @param parameters for the question marks, in order
    /// @throws AnalysisFailed when it fails
    public <T> List<T> query(String sql, Reading<T> reading, Object... parameters) {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(reading.read(new Row(found)));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new AnalysisFailed(e);
        }
    }

    /// The one number that a query gives; 0 for nothing.
    /// @throws AnalysisFailed when it fails
    public long number(String sql) {
        return query(sql, row -> row.number(1)).getFirst();
    }

    /// Names a view of Parquet files of the same columns, their rows in the order of the list. A file may lack columns.
    ///
    /// @param files one at least
    public void view(String name, List<Path> files) {
        execute("CREATE VIEW " + name(name) + " AS SELECT * FROM " + parquet(files));
    }

    /// `read_parquet` of files, to stand behind FROM.
    public static String parquet(List<Path> files) {
        return "read_parquet([" + String.join(", ", files.stream().map(Session::text).toList()) + "], union_by_name = true)";
    }

    /// Writes the rows of a query as CSV with a header, dates as 2024-03-31, blanks empty.
    public void copyToCsv(String query, Path file) {
        execute("COPY (" + query + ") TO " + text(file) + " (FORMAT csv, HEADER true, DATEFORMAT '%Y-%m-%d')");
    }

    /// Writes the rows of a query as Parquet, compressed with Zstandard.
    public void copyToParquet(String query, Path file) {
        execute("COPY (" + query + ") TO " + text(file) + " (FORMAT parquet, COMPRESSION zstd)");
    }

    /// A path as a text of SQL.
    public static String text(Path file) {
        return text(file.toAbsolutePath().toString());
    }

    /// A text of SQL.
    public static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// A name of SQL, whatever characters it has.
    public static String name(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
