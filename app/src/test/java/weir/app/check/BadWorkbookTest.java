package weir.app.check;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.app.Folders;
import weir.app.WeirProgram;
import weir.app.WeirProgram.Ended;

import static org.assertj.core.api.Assertions.assertThat;

/// A workbook as people make them: sheets missing, cells merged, formulas, dates that are numbers, rows hidden.
final class BadWorkbookTest {

    private static final String[] HEADER = {
        "Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)", "Date of Contact", "Contact Source"
    };

    @TempDir
    private Path temporary;

    /// The first list of Annex A: row 2 has a formula, row 3 shares its merged first cell, row 4 is hidden and has a number
    /// for a date.
    private Path workbook() throws IOException {
        Path file = Files.createDirectories(temporary.resolve("in")).resolve("annex_a_2024_jan.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("List 1");
            for (int i = 0; i < HEADER.length; i++) {
                sheet.value(0, i, HEADER[i]);
            }
            for (int row = 1; row <= 3; row++) {
                sheet.value(row, 0, "child " + row);
                sheet.value(row, 1, "M");
                sheet.value(row, 2, "WBRI");
                sheet.value(row, 3, LocalDate.of(2015, 2, 1));
                sheet.style(row, 3).format("dd/mm/yyyy").set();
                sheet.value(row, 4, 8);
                sheet.value(row, 5, "03/01/2024");
                sheet.value(row, 6, "1A");
            }
            sheet.formula(1, 4, "4+4");
            sheet.value(2, 0, (String) null);
            sheet.range(1, 0, 2, 0).merge();
            sheet.value(3, 5, 45_294);
            sheet.hideRow(3);
        }
        saveTheFormulaWithItsValue(file);
        return file;
    }

    /// Spreadsheet programs save what a formula comes to; the writer of this test does not.
    private static void saveTheFormulaWithItsValue(Path file) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Path sheet = zip.getPath("xl/worksheets/sheet1.xml");
            String xml = Files.readString(sheet, StandardCharsets.UTF_8);
            String saved = xml.replaceAll("<f>4\\+4</f>(<v>[^<]*</v>)?", "<f>4+4</f><v>8</v>");
            assertThat(saved).isNotEqualTo(xml);
            Files.writeString(sheet, saved, StandardCharsets.UTF_8);
        }
    }

    @Test
    void isToldForWhatItIsCellByCell() throws IOException {
        Ended ended = WeirProgram.shipped().run("check", workbook(), "--csv");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out().lines().filter(line -> line.contains(",sheet-missing,notice,"))).hasSize(10);
        assertThat(ended.out().lines().skip(1).filter(line -> !line.contains("sheet-missing"))).satisfiesExactly(
                line -> assertThat(line).contains(",list_1,3,A,Child Unique ID,value-blank,error,"),
                line -> assertThat(line).contains(",list_1,4,F,Date of Contact,value-not-date,error,"));
    }

    @Test
    void isCleanedWithTheValueOfItsFormulaAndItsHiddenRow() throws IOException {
        Path file = workbook();
        Ended ended = WeirProgram.shipped()
                .run("clean", file.resolveSibling("."), temporary.resolve("out"), "--organisation", "BAR", "--no-parquet", "--no-outputs");

        assertThat(ended.exit()).as(ended.toString()).isEqualTo(1);
        assertThat(Folders.texts(temporary.resolve("out/cleaned"), path -> path.endsWith(".csv")).values()).singleElement().asString()
                .satisfies(text -> assertThat(text.lines()).hasSize(4))
                .contains("child 1,a) Male,a) White,2015-02-01,8,2024-01-03,", "child 3,a) Male,a) White,2015-02-01,8,,");
    }
}
