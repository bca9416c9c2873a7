package weir.app.docs;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// How whole files are read, as `docs/interpretation.md` says it, through the program itself.
final class InterpretationTest {

    private static final String HEADER = "CHILD,DOB,REVIEW,REVIEW_CODE\n";
    private static final String ROW = "1,01/02/2010,01/05/2025,PN1\n";
    private static final Pattern ISSUE =
            Pattern.compile("\"code\":\"([^\"]+)\"[^\\n]*?(?:\"row\":(\\d+|null))[^\\n]*");
    private static final Pattern ROWS = Pattern.compile("\"summary\":.*\"rows_read\":(\\d+),\"rows_kept\":(\\d+)");

    @TempDir
    Path folder;

    /// What `check` finds: an entry per issue, as in `row-too-short 3`, then the rows read and kept.
    private List<String> check(String name, byte[] bytes, String... options) throws IOException {
        // A folder of its own: the temporary one has digits in its name, and a folder's year would come before the file's.
        Path given = Files.createDirectories(folder.resolve("given"));
        Path file = Files.write(given.resolve(name), bytes);
        Program program = Program.shipped();
        String[] words = new String[options.length + 3];
        System.arraycopy(options, 0, words, 3, options.length);
        words[0] = "check";
        words[1] = "--json";
        words[2] = file.toString();
        program.run(words);
        List<String> found = new java.util.ArrayList<>(ISSUE.matcher(program.out()).results()
                .map(issue -> issue.group(1) + ("null".equals(issue.group(2)) ? "" : " " + issue.group(2)))
                .toList());
        ROWS.matcher(program.out()).results().forEach(rows -> found.add(rows.group(1) + " read " + rows.group(2) + " kept"));
        return found;
    }

    private List<String> check(String text) throws IOException {
        return check("reviews_2026.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheHeader() throws IOException {
        assertThat(check("\uFEFF" + HEADER + ROW)).containsExactly("1 read 1 kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void utf16IsReadWithAndWithoutAMark(String charset) throws IOException {
        assertThat(check("reviews_2026.csv", (HEADER + ROW).getBytes(Charset.forName(charset))))
                .containsExactly("1 read 1 kept");
    }

    @Test
    void theFirstByteAbove127Decides() throws IOException {
        String row = ROW.replaceFirst("1", "José");
        assertThat(check(HEADER + row)).containsExactly("1 read 1 kept");
        assertThat(check("reviews_2026.csv", (HEADER + ROW + row).getBytes(Charset.forName("windows-1252"))))
                .containsExactly("encoding-guessed", "2 read 2 kept");
    }

    @Test
    void aCellThatIsNotUtf8InAUtf8FileIsAnError() throws IOException {
        byte[] good = (HEADER + ROW.replaceFirst("1", "José")).getBytes(StandardCharsets.UTF_8);
        byte[] bad = ROW.replaceFirst("1", "José").getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = java.util.Arrays.copyOf(good, good.length + bad.length);
        System.arraycopy(bad, 0, both, good.length, bad.length);
        assertThat(check("reviews_2026.csv", both)).containsExactly("encoding-broken 3", "2 read 2 kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsTheOneThatStandsMostOftenInTheFirstLine(String delimiter) throws IOException {
        assertThat(check((HEADER + ROW).replace(",", delimiter))).containsExactly("1 read 1 kept");
    }

    @Test
    void aStatedDelimiterDecides() throws IOException {
        assertThat(check("reviews_2026.csv", (HEADER + ROW).replace(",", ":").getBytes(StandardCharsets.UTF_8), "--delimiter", ":"))
                .containsExactly("1 read 1 kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndWithLfCrlfOrCr(String end) throws IOException {
        assertThat(check((HEADER + ROW + ROW.replaceFirst("1", "2").strip()).replace("\n", end)))
                .containsExactly("2 read 2 kept");
    }

    @Test
    void aQuotedCellMayHoldDelimitersQuotesAndLineEnds() throws IOException {
        assertThat(check(HEADER + "\"a,\"\"b\"\"\nc\"" + ROW.substring(1))).containsExactly("1 read 1 kept");
    }

    @Test
    void aQuoteInsideAnUnquotedCellIsText() throws IOException {
        assertThat(check(HEADER + "a\"b" + ROW.substring(1))).containsExactly("1 read 1 kept");
    }

    @Test
    void textBehindAClosingQuoteRefusesTheFile() throws IOException {
        assertThat(check(HEADER + ROW + "\"a\"b" + ROW.substring(1))).containsExactly("quote-misplaced 3", "0 read 0 kept");
    }

    @Test
    void anOpenQuoteRefusesTheFile() throws IOException {
        assertThat(check(HEADER + ROW + "\"a" + ROW.substring(1))).containsExactly("quote-unclosed 3", "1 read 0 kept");
    }

    @Test
    void blankRowsAreSkippedAndKeepTheirNumbers() throws IOException {
        assertThat(check(HEADER + "\n , ,,\n\"1\n2\"" + ROW.substring(1) + "x,y" + ROW.substring(12)))
                .containsExactly("value-not-date 5", "2 read 2 kept");
    }

    @Test
    void aShortRowIsKeptAndALongOneRefusedUnlessItIsBlankBehind() throws IOException {
        assertThat(check(HEADER + "1,01/02/2010,01/05/2025\n" + ROW.strip() + ",x\n" + ROW.strip() + ", ,\n"))
                .containsExactly("row-too-short 2", "value-blank 2", "row-too-long 3", "3 read 2 kept");
    }

    @Test
    void aBlankFirstRowRefusesTheFile() throws IOException {
        assertThat(check("\n" + HEADER + ROW)).containsExactly("header-blank 1", "0 read 0 kept");
    }

    @Test
    void aHeaderWithoutRowsIsAWarning() throws IOException {
        assertThat(check(HEADER)).containsExactly("rows-missing", "0 read 0 kept");
    }

    @Test
    void anEmptyFileIsAnError() throws IOException {
        assertThat(check("")).containsExactly("file-empty", "0 read 0 kept");
    }

    @Test
    void caseOrderAndSpaceOfColumnsDoNotCount() throws IOException {
        assertThat(check("review_code, child ,Review,DOB\nPN1,1,01/05/2025,01/02/2010\n")).containsExactly("1 read 1 kept");
    }

    @Test
    void aColumnThatIsNotInTheTableIsANotice() throws IOException {
        assertThat(check(HEADER.strip() + ",MINE,\n" + ROW.strip() + ",x,y\n")).containsExactly("column-unknown 1", "1 read 1 kept");
    }

    @Test
    void twoColumnsForOneFieldRefuseTheFile() throws IOException {
        assertThat(check(HEADER.strip() + ",dob\n" + ROW.strip() + ",\n")).containsExactly("header-duplicate 1", "0 read 0 kept");
    }

    @Test
    void aTableWithoutAllItsFieldsIsNotRecognised() throws IOException {
        assertThat(check("CHILD,DOB,REVIEW\n1,01/02/2010,01/05/2025\n")).containsExactly("table-unknown 1", "0 read 0 kept");
    }

    @Test
    void aYearThatCannotBeToldOrHasNoSpecificationRefusesTheFile() throws IOException {
        byte[] bytes = (HEADER + ROW).getBytes(StandardCharsets.UTF_8);
        assertThat(check("reviews_2016.csv", bytes)).containsExactly("year-without-schema", "0 read 0 kept");
        assertThat(check("reviews.csv", bytes)).containsExactly("year-missing", "0 read 0 kept");
        assertThat(check("reviews.csv", bytes, "--year", "2026")).containsExactly("1 read 1 kept");
    }

    @Test
    void theFirstBytesDecideTheFormat() throws IOException {
        assertThat(check("reviews_2026.csv", "<table></table>".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("xml-root-foreign 1", "0 read 0 kept");
        assertThat(check("reviews_2026.csv", new byte[] {'a', ',', 0, 1, 2, 3}))
                .containsExactly("file-not-tabular", "0 read 0 kept");
        String json = "{\"CHILD\":\"1\",\"DOB\":\"01/02/2010\",\"REVIEW\":null,\"REVIEW_CODE\":\"PN1\"}\n";
        assertThat(check("reviews_2026.csv", json.getBytes(StandardCharsets.UTF_8)))
                .containsExactly("value-blank 2", "1 read 1 kept");
    }
}
