package weir.engine.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.DatasetReader;
import weir.engine.dataset.Table;
import weir.engine.issue.IssueCode;

import static org.assertj.core.api.Assertions.assertThat;

/// Workbooks as people make them: sheets that are missing, merged cells, formulas, dates as numbers, hidden rows.
class WorkbookTest {

    private static final List<Dataset> ANNEX_A = List.of(DatasetReader.read(
            Path.of(System.getProperty("weir.root", "..")).resolve("datasets/annex_a")));
    private static final String[] HEADER = {
        "Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)", "Date of Contact", "Contact Source"
    };

    @TempDir
    private Path folder;

    private CheckedFile check(Consumer<Worksheet> rows) throws IOException {
        Path file = folder.resolve("annex.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("List 1");
            for (int i = 0; i < HEADER.length; i++) {
                sheet.value(0, i, HEADER[i]);
            }
            rows.accept(sheet);
        }
        return new CheckedFile(ANNEX_A, file, "annex_a_2024_jan.xlsx");
    }

    private static void row(Worksheet sheet, int row) {
        sheet.value(row, 0, "child " + row);
        sheet.value(row, 1, "M");
        sheet.value(row, 2, "WBRI");
        sheet.value(row, 3, LocalDate.of(2015, 2, 1));
        sheet.style(row, 3).format("dd/mm/yyyy").set();
        sheet.value(row, 4, 8);
        sheet.value(row, 5, "03/01/2024");
        sheet.value(row, 6, "1A");
    }

    private static List<String> errors(CheckedFile checked) {
        return checked.findings().stream().filter(finding -> !finding.startsWith("notice sheet-missing")).toList();
    }

    @Test
    void tellsEachSheetThatIsMissing() throws IOException {
        CheckedFile checked = check(sheet -> row(sheet, 1));

        assertThat(checked.findings()).hasSize(10).allMatch(finding -> finding.startsWith("notice sheet-missing: List "));
        assertThat(checked.tables()).containsExactly("list_1 1");
        assertThat(checked.outcome().refused()).isFalse();
    }

    @Test
    void refusesTheOneSheetThatLacksAColumnAndKeepsTheOthers() throws IOException {
        Path file = folder.resolve("eleven.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            for (Table list : ANNEX_A.getFirst().latest().tables()) {
                String number = list.name().value().substring("list_".length());
                Worksheet sheet = workbook.newWorksheet("List " + number);
                int last = list.fields().size() - (number.equals("9") ? 1 : 0);
                for (int i = 0; i < last; i++) {
                    sheet.value(0, i, list.fields().get(i).name().value());
                    sheet.value(1, i, "x");
                }
            }
        }

        CheckedFile checked = new CheckedFile(ANNEX_A, file, "annex_a_2024_jan.xlsx");

        assertThat(checked.recognised()).hasSize(10)
                .noneMatch(recognised -> recognised.table().name().value().equals("list_9"));
        assertThat(checked.issues()).filteredOn(issue -> issue.code().equals(IssueCode.TABLE_UNKNOWN)).singleElement()
                .satisfies(issue -> assertThat(issue.expected()).endsWith("; on the sheet List 9"));
    }

    @Test
    void readsTheValueOfAMergedCellInItsFirstRowOnly() throws IOException {
        CheckedFile checked = check(sheet -> {
            row(sheet, 1);
            row(sheet, 2);
            sheet.value(2, 0, (String) null);
            sheet.range(1, 0, 2, 0).merge();
        });

        assertThat(errors(checked)).containsExactly("error value-blank A3");
        assertThat(checked.tables()).containsExactly("list_1 2");
    }

    @Test
    void readsAFormulaByTheValueItWasSavedWith() throws IOException {
        CheckedFile checked = check(sheet -> {
            row(sheet, 1);
            sheet.formula(1, 4, "4+4");
        });

        // The writer of this test saves no value with a formula: it is blank, as Excel would show before it counts.
        assertThat(errors(checked)).isEmpty();
        assertThat(checked.row(0, 0).get(4)).isEqualTo("");
    }

    @Test
    void refusesADateThatIsOnlyANumber() throws IOException {
        CheckedFile checked = check(sheet -> {
            row(sheet, 1);
            sheet.value(1, 5, 45_294);
        });

        assertThat(errors(checked)).containsExactly("error value-not-date F2: a date like 30/04/2011");
    }

    @Test
    void readsADateThatIsANumberShownAsADate() throws IOException {
        CheckedFile checked = check(sheet -> {
            row(sheet, 1);
            sheet.value(1, 5, 45_294);
            sheet.style(1, 5).format("dd/mm/yyyy").set();
        });

        assertThat(errors(checked)).isEmpty();
        assertThat(checked.row(0, 0).get(5)).isEqualTo("2024-01-03");
    }

    @Test
    void readsHiddenRowsLikeOthers() throws IOException {
        CheckedFile checked = check(sheet -> {
            row(sheet, 1);
            row(sheet, 2);
            row(sheet, 3);
            sheet.hideRow(2);
        });

        assertThat(errors(checked)).isEmpty();
        assertThat(checked.tables()).containsExactly("list_1 3");
    }
}
