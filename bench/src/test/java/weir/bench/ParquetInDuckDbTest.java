package weir.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.engine.format.ParquetWriter;
import weir.engine.format.TableWriter.Column;
import weir.engine.format.TableWriter.Kind;
import weir.engine.record.Row;
import weir.engine.record.Value;

import static org.assertj.core.api.Assertions.assertThat;

/// Parquet that we write is read by an engine that is not ours: values, nulls, groups of rows and their bounds.
final class ParquetInDuckDbTest {

    private static final int ROWS = 300_000;
    private static final LocalDate START = LocalDate.of(1999, 12, 31);

    @TempDir
    private Path folder;

    private Path write() throws IOException {
        Path file = folder.resolve("table.parquet");
        List<Column> columns = List.of(
                new Column("CHILD", Kind.TEXT),
                new Column("CODE", Kind.TEXT),
                new Column("DAY", Kind.DAY),
                new Column("SCORE", Kind.WHOLE),
                new Column("COST", Kind.DECIMAL),
                new Column("IS_OPEN", Kind.FLAG));
        try (OutputStream out = Files.newOutputStream(file);
                ParquetWriter writer = new ParquetWriter(out, columns)) {
            for (int i = 0; i < ROWS; i++) {
                writer.write(new Row(
                        i + 2L,
                        new Value.Text("Zoë-" + i),
                        i % 3 == 0 ? Value.blank() : new Value.Text("C" + i % 7),
                        i % 5 == 0 ? Value.blank() : new Value.Day(START.plusDays(i % 1000)),
                        new Value.Whole(i - 1000L),
                        new Value.Decimal(new BigDecimal(i).movePointLeft(2)),
                        new Value.Flag(i % 2 == 0)));
            }
        }
        return file;
    }

    private static List<Object> first(Statement statement, String sql, int columns) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            List<Object> values = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                values.add(result.getObject(i));
            }
            return values;
        }
    }

    @Test
    void readsBackWhatWasWritten() throws IOException, SQLException {
        Path file = write();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE VIEW t AS SELECT * FROM '" + file + "'");
            assertThat(first(statement, "SELECT count(*), count(CODE), count(DAY), count(DISTINCT CHILD) FROM t", 4))
                    .containsExactly(300_000L, 200_000L, 240_000L, 300_000L);
            assertThat(first(statement, "SELECT min(DAY), max(DAY), min(SCORE), max(SCORE) FROM t", 4))
                    .containsExactly(START.plusDays(1), START.plusDays(999), -1000L, 298_999L);
            assertThat(first(statement, "SELECT CODE, SCORE, COST, IS_OPEN FROM t WHERE CHILD = 'Zoë-250001'", 4))
                    .containsExactly("C3", 249_001L, 2500.01, false);
            assertThat(first(statement, "SELECT count(*) FROM t WHERE SCORE BETWEEN 150000 AND 150009", 1))
                    .containsExactly(10L);
            assertThat(first(statement, "SELECT count(DISTINCT row_group_id) FROM parquet_metadata('" + file + "')", 1))
                    .containsExactly(3L);
        }
    }
}
