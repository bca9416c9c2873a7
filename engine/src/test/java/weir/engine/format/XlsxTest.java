package weir.engine.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.engine.issue.IssueCode;
import weir.engine.record.Row;
import weir.engine.record.Value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

final class XlsxTest {

    @TempDir
    private Path temporary;

    private Content content(byte[] bytes) throws IOException {
        return Content.of(Files.write(temporary.resolve("t.xlsx"), bytes), "t.xlsx");
    }

    private ReadTable read(byte[] bytes) throws IOException, FileRefused {
        return ReadTable.only(XlsxReader.open(content(bytes), Limits.usual()));
    }

    private static byte[] written(SeededTable table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XlsxWriter writer = new XlsxWriter(out, "Table", table.columns())) {
            for (Row row : table.rows()) {
                writer.write(row);
            }
        }
        return out.toByteArray();
    }

    /// A workbook of one sheet with the XML of its rows given.
    private static byte[] sheet(String rows) throws IOException {
        return zip(Map.of(
                "[Content_Types].xml", """
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                        <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
                        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""",
                "_rels/.rels", """
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
                "xl/_rels/workbook.xml.rels", """
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
                        <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""",
                "xl/workbook.xml", """
                        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                        <sheets><sheet name="Sheet 1" sheetId="1" r:id="rId1"/></sheets></workbook>""",
                "xl/styles.xml", """
                        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
                        <numFmts count="2"><numFmt numFmtId="164" formatCode="[$-809]dd\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="0&quot; days&quot;"/></numFmts>
                        <cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></styleSheet>""",
                "xl/worksheets/sheet1.xml", """
                        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>"""
                        .formatted(rows)));
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static final String HEADER =
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>A</t></is></c><c r=\"B1\" t=\"str\"><v>B</v></c></row>";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void readsTheRowsItWrote(long seed) throws IOException, FileRefused {
        SeededTable table = SeededTable.of(seed);
        ReadTable read = read(written(table));
        assertThat(read.header()).isEqualTo(TableWriter.names(table.columns()));
        List<List<String>> texts = table.texts();
        while (!texts.isEmpty() && texts.getLast().stream().allMatch(String::isEmpty)) {
            texts = texts.subList(0, texts.size() - 1);
        }
        assertThat(read.texts()).isEqualTo(texts);
    }

    @Test
    void readsEachSheetAsATable() throws IOException, FileRefused {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet first = workbook.newWorksheet("List 1");
            first.value(0, 0, "A");
            first.value(1, 0, "one");
            first.hideRow(1);
            workbook.newWorksheet("Empty");
            Worksheet third = workbook.newWorksheet("List 3");
            third.value(2, 1, "late");
        }
        try (XlsxReader reader = XlsxReader.open(content(out.toByteArray()), Limits.usual())) {
            assertThat(reader.nextTable()).isTrue();
            assertThat(reader.sheet()).isEqualTo("List 1");
            assertThat(ReadTable.next(reader).texts()).containsExactly(List.of("one"));
            assertThat(reader.nextTable()).isTrue();
            assertThat(reader.header()).isEmpty();
            assertThat(reader.nextTable()).isTrue();
            assertThat(reader.header()).containsExactly("");
            assertThat(ReadTable.next(reader).texts()).containsExactly(List.of(""), List.of("", "late"));
            assertThat(reader.nextTable()).isFalse();
        }
    }

    @Test
    void givesDatesNumbersFlagsAndFormulasAsTheSheetShowsThem() throws IOException, FileRefused {
        ReadTable read = read(sheet(HEADER
                + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>43891</v></c><c r=\"B2\" s=\"2\"><v>43891.5625</v></c></row>"
                + "<row r=\"3\" hidden=\"1\"><c r=\"A3\"><v>12.300000000000001</v></c><c r=\"B3\"><v>7.0</v></c></row>"
                + "<row r=\"5\"><c r=\"A5\" t=\"b\"><v>1</v></c><c r=\"B5\" t=\"e\"><v>#N/A</v></c></row>"
                + "<row r=\"6\"><c r=\"A6\"><f>1+1</f><v>2</v></c><c r=\"B6\" t=\"str\"><f>x</f><v>y</v></c></row>"
                + "<row r=\"7\"><c r=\"A7\" s=\"3\"><v>5</v></c><c r=\"B7\" s=\"4\"><v>0.75</v></c></row>"
                + "<row r=\"8\"><c r=\"A8\"><v>1E999999999</v></c></row>"));
        assertThat(read.header()).containsExactly("A", "B");
        assertThat(read.texts())
                .containsExactly(
                        List.of("2020-03-01", "2020-03-01T13:30"),
                        List.of("12.3", "7"),
                        List.of("", ""),
                        List.of("true", "#N/A"),
                        List.of("2", "y"),
                        List.of("5", "18:00:00"),
                        List.of("1E+999999999", ""));
        assertThat(read.cells().get(1).typed(1)).isEqualTo(new Value.Whole(7));
        assertThat(read.cells().get(3).typed(0)).isEqualTo(new Value.Flag(true));
    }

    @Test
    void writesWhatLooksLikeAFormulaAsText() throws IOException, FileRefused {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XlsxWriter writer =
                new XlsxWriter(out, "T", List.of(new TableWriter.Column("A", TableWriter.Kind.TEXT)))) {
            writer.write(new Row(2, Value.text("=1+1")));
        }
        ReadTable read = read(out.toByteArray());
        assertThat(read.texts()).containsExactly(List.of("=1+1"));
        assertThat(read.cells().getFirst().isTyped(0)).isFalse();
    }

    @Test
    void refusesWhatIsNoWorkbook() throws IOException {
        byte[] whole = sheet(HEADER);
        for (byte[] bytes : List.of(
                "A,B\n1,2\n".getBytes(StandardCharsets.UTF_8),
                HexFormat.of().parseHex("d0cf11e0a1b11ae10000000000000000"),
                zip(Map.of("a.txt", "a")),
                zip(Map.of("xl/workbook.xml", "<workbook")),
                java.util.Arrays.copyOf(whole, whole.length / 2),
                sheet(HEADER + "<row r=\"2\"><c r=\"A2\"><v>1</v></row>"),
                sheet(HEADER + HEADER))) {
            FileRefused refused = refusal(bytes, Limits.usual());
            assertThat(refused.code()).isEqualTo(IssueCode.FILE_NOT_TABULAR);
            assertThat(refused.expected()).isEqualTo("an Excel workbook (.xlsx) that is whole and has no password");
        }
    }

    private FileRefused refusal(byte[] bytes, Limits limits) {
        return catchThrowableOfType(
                FileRefused.class, () -> ReadTable.only(XlsxReader.open(content(bytes), limits)));
    }

    @Test
    void refusesAWorkbookThatUnpacksToTooMuch() throws IOException {
        byte[] bomb = sheet(HEADER + " ".repeat(40 << 20));
        assertThat(refusal(bomb, Limits.usual()).code()).isEqualTo(IssueCode.FILE_INFLATES_TOO_MUCH);
        Limits small = new Limits(1 << 20, 1_000, 200, 10, 10, 10, 1_000);
        assertThat(refusal(sheet(HEADER), small).code()).isEqualTo(IssueCode.FILE_INFLATES_TOO_MUCH);
    }

    @Test
    void refusesCellsFarToTheRightBeforeTheyFillTheMemory() throws IOException {
        for (String reference : List.of("r=\"ZZZZZZ1\"", "r = 'ZZZZZZ1'", "r=\"&#90;&#90;&#90;&#90;&#90;&#90;1\"")) {
            byte[] wide = sheet("<row r=\"1\"><c " + reference + "><v>1</v></c></row>");
            assertThat(refusal(wide, Limits.usual()).code()).isEqualTo(IssueCode.TOO_MANY_COLUMNS);
        }
    }

    @Test
    void refusesASheetBeyondItsLimits() throws IOException {
        Limits limits = new Limits(1 << 20, 1 << 20, 200, 3, 2, 5, 1_000);
        assertThat(refusal(sheet(HEADER + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>abcdef</v></c></row>"), limits).code())
                .isEqualTo(IssueCode.CELL_TOO_LONG);
        assertThat(refusal(sheet(HEADER + "<row r=\"2\"><c r=\"D2\"><v>1</v></c></row>"), limits).code())
                .isEqualTo(IssueCode.TOO_MANY_COLUMNS);
        assertThat(refusal(sheet(HEADER + "<row r=\"9\"><c r=\"A9\"><v>1</v></c></row>"), limits).code())
                .isEqualTo(IssueCode.TOO_MANY_ROWS);
        assertThat(refusal(sheet(HEADER), new Limits(100, 1 << 20, 200, 3, 2, 5, 1_000)).code())
                .isEqualTo(IssueCode.FILE_TOO_LARGE);
    }

    @Test
    void refusesToWriteATextThatNoCellHolds() {
        XlsxWriter writer = new XlsxWriter(
                OutputStream.nullOutputStream(), "T", List.of(new TableWriter.Column("A", TableWriter.Kind.TEXT)));
        IOException tooLong = catchThrowableOfType(
                IOException.class, () -> writer.write(new Row(2, Value.text("x".repeat(32_768)))));
        assertThat(tooLong).hasMessage("An Excel cell holds 32,767 characters; write CSV or Parquet instead.");
    }

    @Test
    void endsASheetThatIsFull() throws IOException {
        try (XlsxWriter writer = new XlsxWriter(
                OutputStream.nullOutputStream(),
                "T",
                List.of(new TableWriter.Column("A", TableWriter.Kind.TEXT)))) {
            for (int i = 1; i < XlsxWriter.MOST_ROWS; i++) {
                writer.write(new Row(i + 1, Value.blank()));
            }
            IOException full = catchThrowableOfType(
                    IOException.class, () -> writer.write(new Row(XlsxWriter.MOST_ROWS + 1, Value.blank())));
            assertThat(full).hasMessage("An Excel sheet holds 1,048,576 rows; write CSV or Parquet instead.");
        }
    }
}
