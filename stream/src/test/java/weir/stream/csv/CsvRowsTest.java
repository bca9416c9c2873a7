package weir.stream.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import weir.stream.message.CsvOrigin;
import weir.stream.message.DocumentId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Rows with their place and their line; their JSON and back. Fact 5.
class CsvRowsTest {

    private static final DocumentId DOC = new DocumentId("doc1");

    private static List<CsvRow> rows(String text, long total) throws IOException, CsvNotWellFormed {
        List<CsvRow> all = new ArrayList<>();
        try (CsvRows rows = CsvRows.open(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), CsvLimits.DEFAULT, DOC, total)) {
            for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                all.add(row.get());
            }
        }
        return all;
    }

    @Test
    void fact05ARowIsItsColumnsAndWhereItCameFrom() throws Exception {
        CsvRow row = rows("label,value\ntest,hello", 1).getFirst();

        assertThat(new CsvRowJson().write(row)).isEqualTo("{\"label\":\"test\",\"value\":\"hello\",\"__linenumber\":1,"
                + "\"__linecontent\":\"test,hello\",\"__docid\":\"doc1\",\"__linetotal\":1}");
    }

    @Test
    void keepsTheRawLineAlsoWhereQuotesHoldLineBreaks() throws Exception {
        List<CsvRow> rows = rows("\uFEFFa,b\r\n\"one\r\ntwo\",\"say \"\"hi\"\"\"\r\nthree,\r\n", 2);

        assertThat(rows).extracting(CsvRow::cells)
                .containsExactly(List.of("one\r\ntwo", "say \"hi\""), List.of("three", ""));
        assertThat(rows).flatExtracting(row -> row.origin().stream().map(CsvOrigin::content).toList())
                .containsExactly("\"one\r\ntwo\",\"say \"\"hi\"\"\"", "three,");
        assertThat(rows).flatExtracting(row -> row.origin().stream().map(CsvOrigin::line).toList()).containsExactly(1L, 2L);
        assertThat(rows.getFirst().cell("a")).contains("one\r\ntwo");
    }

    @Test
    void aColumnThatIsMissingIsNotABlankOne() throws Exception {
        CsvRow row = rows("a,b\n1,\n", 1).getFirst();

        assertThat(row.cell("b")).contains("");
        assertThat(row.cell("c")).isEmpty();
        assertThat(row.has("b")).isFalse();
    }

    @Test
    void jsonComesBackAsTheSameRow() throws Exception {
        CsvRowJson json = new CsvRowJson();
        CsvRow row = rows("a,b,\"c\"\n\"x \"\"y\"\"\nz\",,\u00e9\u2028\uD83D\uDE00\n", 1).getFirst();

        assertThat(json.read(json.write(row))).isEqualTo(row);
    }

    @Test
    void anObjectThatAClientSentIsARowWithoutAPlace() throws Exception {
        CsvRow row = new CsvRowJson().read("{\"LocalId\":\"x\",\"FTE\":0.5,\"Sex\":null,\"Flag\":true}");

        assertThat(row.cells()).containsExactly("x", "0.5", "", "true");
        assertThat(row.origin()).isEmpty();
    }

    @Test
    void whatIsNoFlatObjectIsNoRow() {
        CsvRowJson json = new CsvRowJson();
        for (String text : List.of("[1]", "{\"a\":{}}", "{\"a\":[1]}", "{\"a\":", "x", "\"a\"",
                "{\"__linenumber\":\"x\"}", "{\"__linenumber\":1,\"__docid\":\"a b\"}")) {
            assertThatThrownBy(() -> json.read(text)).as(text).isInstanceOf(NotARow.class);
        }
    }

    @Test
    void rowsOfAFileThatWasNotCheckedStopAtItsFault() {
        assertThatThrownBy(() -> rows("a,b\n1,2\n3\n", 2)).isInstanceOf(CsvNotWellFormed.class).hasMessageContaining("Line 3");
    }

    @Test
    void aLineHasQuotesWhereTheyAreNeededAndWhereNothingIs() {
        assertThat(CsvLine.of(List.of("30769 PineTree Rd.", "", "Pepper Pike", "a,b", "say \"hi\"", "x\ny", " z")))
                .isEqualTo("30769 PineTree Rd.,\"\",Pepper Pike,\"a,b\",\"say \"\"hi\"\"\",\"x\ny\",\" z\"\n");
    }

    @Test
    void showsNoCellInItsText() throws Exception {
        CsvRow row = rows("a,b\ncanary,canary\n", 1).getFirst();

        assertThat(row.toString() + row.origin()).doesNotContain("canary");
    }
}
