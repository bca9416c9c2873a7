package weir.engine.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.engine.format.TableWriter.Column;
import weir.engine.format.TableWriter.Kind;
import weir.engine.issue.IssueCode;
import weir.engine.record.Row;
import weir.engine.record.Value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

final class ParquetTest {

    private static final List<Column> TWO = List.of(new Column("CHILD", Kind.TEXT), new Column("AGE", Kind.WHOLE));

    @TempDir
    private Path temporary;

    private static byte[] bytes(List<Column> columns, List<Row> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ParquetWriter writer = new ParquetWriter(out, columns)) {
            for (Row row : rows) {
                writer.write(row);
            }
        }
        return out.toByteArray();
    }

    private Content content(byte[] bytes) throws IOException {
        Path file = Files.write(temporary.resolve("t.parquet"), bytes);
        return Content.of(file, "t.parquet");
    }

    private ReadTable read(byte[] bytes) throws IOException, FileRefused {
        return ReadTable.only(ParquetReader.open(content(bytes), Limits.usual()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
    void readsTheRowsItWrote(long seed) throws IOException, FileRefused {
        SeededTable table = SeededTable.of(seed);
        ReadTable read = read(bytes(table.columns(), table.rows()));
        assertThat(read.header()).isEqualTo(TableWriter.names(table.columns()));
        assertThat(read.texts()).isEqualTo(table.texts());
    }

    @Test
    void givesDaysNumbersAndFlagsTheirTypeBack() throws IOException, FileRefused {
        List<Column> columns = List.of(
                new Column("D", Kind.DAY),
                new Column("W", Kind.WHOLE),
                new Column("N", Kind.DECIMAL),
                new Column("F", Kind.FLAG),
                new Column("T", Kind.TEXT));
        Row row = new Row(
                2,
                new Value.Day(LocalDate.of(2020, 2, 29)),
                new Value.Whole(Long.MIN_VALUE),
                new Value.Decimal(new BigDecimal("0.1")),
                new Value.Flag(true),
                Value.text("x"));
        assertThat(read(bytes(columns, List.of(row))).rows()).containsExactly(row);
    }

    @Test
    void writesTheSameBytesForTheSameRows() throws IOException {
        SeededTable table = SeededTable.of(77);
        assertThat(bytes(table.columns(), table.rows())).isEqualTo(bytes(table.columns(), table.rows()));
    }

    @Test
    void readsBackSeveralGroupsAndColumnsWithTooManyDistinctTexts() throws IOException, FileRefused {
        int count = 300_000;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ParquetWriter writer = new ParquetWriter(out, TWO)) {
            for (int i = 0; i < count; i++) {
                writer.write(new Row(i + 2, Value.text("child " + i), i % 3 == 0 ? Value.blank() : new Value.Whole(i)));
            }
        }
        long row = 2;
        try (ParquetReader reader = ParquetReader.open(content(out.toByteArray()), Limits.usual())) {
            assertThat(reader.nextTable()).isTrue();
            for (Optional<RowBlock> block = reader.nextBlock(); block.isPresent(); block = reader.nextBlock()) {
                assertThat(block.get().firstRow()).isEqualTo(row);
                assertThat(block.get().rows().getFirst().text(0)).isEqualTo("child " + (row - 2));
                row += block.get().rows().size();
            }
            assertThat(reader.bytesRead()).isBetween((long) out.size() / 2, (long) out.size());
        }
        assertThat(row - 2).isEqualTo(count);
    }

    @Test
    void tellsTheLeastAndGreatestValueOfEachColumn() throws IOException {
        List<Row> rows = Stream.of("b", "ä", "a", "€", "c")
                .map(text -> new Row(2, Value.text(text), new Value.Whole(text.charAt(0))))
                .toList();
        Path file = Files.write(temporary.resolve("s.parquet"), bytes(TWO, rows));
        try (ParquetFileReader reader = ParquetFileReader.open(
                new LocalInputFile(file),
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build())) {
            List<ColumnChunkMetaData> columns = reader.getRowGroups().getFirst().getColumns();
            assertThat(columns.getFirst().getStatistics().minAsString()).isEqualTo("a");
            assertThat(columns.getFirst().getStatistics().maxAsString()).isEqualTo("€");
            assertThat(columns.getLast().getStatistics().minAsString()).isEqualTo("97");
            assertThat(columns.getLast().getStatistics().getNumNulls()).isZero();
        }
    }

    @Test
    void writesATableWithoutRows() throws IOException, FileRefused {
        ReadTable read = read(bytes(TWO, List.of()));
        assertThat(read.header()).containsExactly("CHILD", "AGE");
        assertThat(read.cells()).isEmpty();
    }

    @Test
    void refusesAValueOfAnotherKindAndARowOfAnotherLength() throws IOException {
        try (ParquetWriter writer = new ParquetWriter(OutputStream.nullOutputStream(), TWO)) {
            assertThatThrownBy(() -> writer.write(new Row(2, Value.text("secret"))))
                    .hasMessage("A row has 1 values for 2 columns; give one for each.");
        }
        ParquetWriter writer = new ParquetWriter(OutputStream.nullOutputStream(), TWO);
        assertThatThrownBy(() -> writer.write(new Row(2, Value.text("a"), Value.text("secret"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AGE")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesAFileThatIsNotOrNotWhollyParquet() throws IOException {
        byte[] whole = bytes(TWO, List.of(new Row(2, Value.text("a"), new Value.Whole(1))));
        for (byte[] bytes : List.of(
                "CHILD,AGE\n1,2\n".getBytes(StandardCharsets.UTF_8),
                "PAR1PAR1".getBytes(StandardCharsets.UTF_8),
                java.util.Arrays.copyOf(whole, whole.length - 9))) {
            assertThat(refusal(bytes, Limits.usual()).code()).isEqualTo(IssueCode.FILE_NOT_TABULAR);
        }
    }

    private FileRefused refusal(byte[] bytes, Limits limits) {
        return catchThrowableOfType(
                FileRefused.class, () -> ReadTable.only(ParquetReader.open(content(bytes), limits)));
    }

    @Test
    void refusesAFileBeyondItsLimits() throws IOException {
        byte[] bytes = bytes(TWO, List.of(
                new Row(2, Value.text("abcdef"), new Value.Whole(1)), new Row(3, Value.text("b"), new Value.Whole(2))));
        assertThat(refusal(bytes, new Limits(10, 1 << 20, 200, 10, 10, 10, 1000)).code())
                .isEqualTo(IssueCode.FILE_TOO_LARGE);
        assertThat(refusal(bytes, new Limits(10_000, 10, 200, 10, 10, 10, 1000)).code())
                .isEqualTo(IssueCode.FILE_INFLATES_TOO_MUCH);
        assertThat(refusal(bytes, new Limits(10_000, 10_000, 200, 1, 10, 10, 1000)).code())
                .isEqualTo(IssueCode.TOO_MANY_ROWS);
        assertThat(refusal(bytes, new Limits(10_000, 10_000, 200, 10, 1, 10, 1000)).code())
                .isEqualTo(IssueCode.TOO_MANY_COLUMNS);
        FileRefused tooLong = refusal(bytes, new Limits(10_000, 10_000, 200, 10, 10, 5, 1000));
        assertThat(tooLong.code()).isEqualTo(IssueCode.CELL_TOO_LONG);
        assertThat(tooLong.row()).isEqualTo(2);
    }
}
