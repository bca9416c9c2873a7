package weir.engine.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.engine.issue.IssueCode;
import weir.engine.record.Row;
import weir.engine.record.Value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

final class JsonLinesTest {

    @TempDir
    private Path temporary;

    private Content content(String text) throws IOException {
        Path file = Files.writeString(temporary.resolve("t.jsonl"), text, StandardCharsets.UTF_8);
        return Content.of(file, "t.jsonl");
    }

    private ReadTable read(String text) throws IOException, FileRefused {
        return ReadTable.only(JsonLinesReader.open(content(text), Limits.usual()));
    }

    private static String written(SeededTable table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonLinesWriter writer = new JsonLinesWriter(out, table.columns())) {
            for (Row row : table.rows()) {
                writer.write(row);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void readsTheRowsItWrote(long seed) throws IOException, FileRefused {
        SeededTable table = SeededTable.of(seed);
        ReadTable read = read(written(table));
        assertThat(read.texts()).isEqualTo(table.texts());
        if (!table.rows().isEmpty()) {
            assertThat(read.header()).isEqualTo(TableWriter.names(table.columns()));
        }
    }

    @Test
    void writesAnObjectALineWithTypesAndNulls() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<TableWriter.Column> columns = List.of(
                new TableWriter.Column("A", TableWriter.Kind.TEXT), new TableWriter.Column("B", TableWriter.Kind.WHOLE));
        try (JsonLinesWriter writer = new JsonLinesWriter(out, columns)) {
            writer.write(new Row(2, Value.text("x\ny"), new Value.Whole(7)));
            writer.write(new Row(3, Value.blank(), new Value.Whole(8)));
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                {"A":"x\\ny","B":7}
                {"A":null,"B":8}
                """);
    }

    @Test
    void givesNumbersAndFlagsTheirTypeAndKeepsTheirDigits() throws IOException, FileRefused {
        ReadTable read = read("{\"W\":7,\"D\":1.50,\"F\":true,\"H\":1e999999,\"N\":null,\"B\":12345678901234567890}");
        assertThat(read.texts()).containsExactly(
                List.of("7", "1.50", "true", "1E+999999", "", "12345678901234567890"));
        assertThat(read.cells().getFirst().typed(0)).isEqualTo(new Value.Whole(7));
        assertThat(read.cells().getFirst().typed(2)).isEqualTo(new Value.Flag(true));
    }

    @Test
    void putsUnknownNamesBehindTheHeaderAndBlanksForMissingOnes() throws IOException, FileRefused {
        ReadTable read = read("\ufeff{\"A\":\"1\",\"B\":\"2\"}\r\n\r\n{\"C\":\"3\",\"A\":\"4\"}\r\n{}\n");
        assertThat(read.header()).containsExactly("A", "B");
        assertThat(read.texts())
                .containsExactly(List.of("1", "2"), List.of("", ""), List.of("4", "", "3"), List.of("", ""));
        assertThat(read.cells().get(1).isBlank()).isTrue();
        assertThat(read.cells().get(2).size()).isEqualTo(3);
    }

    @Test
    void refusesWhatIsNoFlatObjectAndNamesItsRow() throws IOException {
        for (String line :
                List.of("{\"A\":[1]}", "{\"A\":{}}", "[1]", "1", "{\"A\":1}{", "{\"A\":1,\"A\":2}", "{\"A\"")) {
            FileRefused refused = catchThrowableOfType(FileRefused.class, () -> read("{\"A\":1}\n" + line + "\n"));
            assertThat(refused.code()).as(line).isEqualTo(IssueCode.FILE_NOT_TABULAR);
            assertThat(refused.row()).isEqualTo(3);
        }
    }

    @Test
    void refusesLinesCellsAndColumnsBeyondItsLimits() throws IOException {
        Limits limits = new Limits(1 << 20, 1 << 20, 200, 10, 2, 5, 200_000);
        assertThat(refusal("{\"A\":\"123456\"}", limits)).isEqualTo(IssueCode.CELL_TOO_LONG);
        assertThat(refusal("{\"A\":1,\"B\":2,\"C\":3}", limits)).isEqualTo(IssueCode.TOO_MANY_COLUMNS);
        assertThat(refusal("{\"A\":\"" + "1".repeat(400_000) + "\"}", limits)).isEqualTo(IssueCode.RECORD_TOO_LONG);
        assertThat(refusal("{}".repeat(1 << 20), limits)).isEqualTo(IssueCode.FILE_TOO_LARGE);
    }

    private IssueCode refusal(String text, Limits limits) {
        return catchThrowableOfType(
                        FileRefused.class, () -> ReadTable.only(JsonLinesReader.open(content(text), limits)))
                .code();
    }

    @Test
    void readsAFileWithoutObjectsAsATableWithoutRows() throws IOException, FileRefused {
        assertThat(read("").header()).isEmpty();
        assertThat(read("").cells()).isEmpty();
    }
}
