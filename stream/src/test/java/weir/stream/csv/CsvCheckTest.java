package weir.stream.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import weir.stream.error.StreamError;

import static org.assertj.core.api.Assertions.assertThat;

/// What is malformed is told, row by row. Facts 5 and 6.
class CsvCheckTest {

    private static CsvCheck check(String text) throws IOException {
        return check(text.getBytes(StandardCharsets.UTF_8));
    }

    private static CsvCheck check(byte[] bytes) throws IOException {
        return CsvCheck.of(new ByteArrayInputStream(bytes), CsvLimits.DEFAULT);
    }

    private static List<String> kinds(CsvCheck check) {
        return check.faults().stream().map(fault -> fault.row() + " " + fault.kind().code()).toList();
    }

    @Test
    void fact05AWellFormedFileGivesTheMarkOfSuccess() throws IOException {
        CsvCheck check = check("label,value\ntest,hello");

        assertThat(check.rows()).isEqualTo(1);
        assertThat(check.errors()).extracting(StreamError::asText).containsExactly("0:0:0 CSV Well-Formedness Validator\n");
    }

    @Test
    void fact06AQuoteThatIsNotClosedIsAnErrorOfItsRow() throws IOException {
        CsvCheck check = check("label,value\ntest,\"hello");

        assertThat(check.errors()).extracting(StreamError::asText).containsExactly(
                """
                0:1:0 CSV Well-Formedness Validator
                Row: 2 Col: 2, Category: structure, Type: unclosed_quote, Content: test,"hello, Constraints: {}
                """);
    }

    @Test
    void tellsEveryRaggedRow() throws IOException {
        assertThat(kinds(check("a,b\n1,2\n1\n1,2,3\n1,2\n"))).containsExactly("3 ragged_rows", "4 ragged_rows");
    }

    @Test
    void numbersErrorsFromZeroAndCountsThemAll() throws IOException {
        List<StreamError> errors = check("a,b\n1\n2\n3\n").errors();

        assertThat(errors).extracting(error -> error.ordinal() + ":" + error.total() + ":" + error.recordId())
                .containsExactly("0:3:0", "1:3:0", "2:3:0");
    }

    @Test
    void keepsAsManyFaultsAsTheLimitsLetButCountsTheOthers() throws IOException {
        String rows = IntStream.range(0, 50).mapToObj(i -> "x\n").collect(Collectors.joining());

        CsvCheck check = CsvCheck.of(
                new ByteArrayInputStream(("a,b\n" + rows).getBytes(StandardCharsets.UTF_8)), new CsvLimits(1_000, 100, 100_000, 10, 5));

        assertThat(check.faults()).hasSize(5);
        assertThat(check.faultCount()).isEqualTo(50);
    }

    @Test
    void knowsAStrayQuoteFromSpaceAroundQuotes() throws IOException {
        assertThat(kinds(check("a,b\n1\"2,3\n\"1\"2,3\n \"1\",3\n\"1\" ,3\n")))
                .containsExactly("2 stray_quote", "3 stray_quote", "4 whitespace", "5 whitespace");
    }

    @Test
    void aBlankRowBetweenOthersIsAFaultAndEmptyLinesAtTheEndAreNot() throws IOException {
        assertThat(kinds(check("a,b\n1,2\n\n3,4\n,\n5,6\n\n\n"))).containsExactly("3 blank_rows", "5 blank_rows");
    }

    @Test
    void anEmptyFileIsNotWellFormed() throws IOException {
        assertThat(check("").isWellFormed()).isFalse();
        assertThat(check("\n\n").isWellFormed()).isFalse();
    }

    @Test
    void bytesThatAreNoUtf8AreAFaultOfTheirRow() throws IOException {
        byte[] bytes = "a,b\n1,2\ncaf\u00e9,4\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(kinds(check(bytes))).containsExactly("3 invalid_encoding");
    }

    @Test
    void aColumnNamedTwiceWouldLoseAValue() throws IOException {
        assertThat(kinds(check("a,b,a\n1,2,3\n"))).containsExactly("1 duplicate_column_name");
    }

    @Test
    void aValueInAColumnWithoutANameWouldBeLost() throws IOException {
        assertThat(kinds(check("a,,\n1,,\n2,,x\n"))).containsExactly("3 empty_column_name");
    }

    @Test
    void linesCountRightBehindQuotesThatHoldLineBreaks() throws IOException {
        assertThat(kinds(check("a,b\r\n\"1\r\n2\r\n3\",x\r\n\"1\n2\",x\n\"1\r2\",x\r1\n"))).containsExactly("9 ragged_rows");
    }

    @Test
    void aRowThatNeverEndsIsToldOnceAndNotKept() throws IOException {
        String endless = "a,b\n1,\"" + "x".repeat(2_000_000);

        CsvCheck check = check(endless);

        assertThat(kinds(check)).containsExactly("2 unclosed_quote");
        assertThat(check.faults().getFirst().content()).hasSizeLessThan(1_100);
    }

    @Test
    void showsNoValueInItsText() throws IOException {
        assertThat(check("a,b\ncanary\n").faults().toString()).doesNotContain("canary");
    }
}
