package weir.engine.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Datasets;
import weir.engine.dataset.Field;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;

import static org.assertj.core.api.Assertions.assertThat;

/// Workbooks that hold one record on its side. Fact 29 of the published behaviour, and forms that were changed.
class VerticalFormTest {

    private static final List<Dataset> ALL =
            Datasets.in(Path.of(System.getProperty("weir.root", "..")).resolve("datasets")).all();
    private static final Table FORM = ALL.stream()
            .filter(dataset -> dataset.id().value().equals("cans"))
            .findFirst()
            .orElseThrow()
            .latest()
            .table(new TableName("0_5"))
            .orElseThrow();
    private static final String SHEET = "TCOM UK 0-5 CANS";
    private static final String NAME = "a821f_0_5_2024_jan.xlsx";

    @TempDir
    private Path folder;

    /// One line of a form.
    private record Line(String label, String value) {}

    private static List<Line> lines() {
        List<Line> lines = new ArrayList<>(List.of(new Line("", ""), new Line("Assessment", "")));
        for (Field field : FORM.fields()) {
            lines.add(new Line(field.name().value(), value(field)));
        }
        return lines;
    }

    private static String value(Field field) {
        return switch (field.type()) {
            case FieldType.Date _ -> "15/01/2024";
            case FieldType.Category category -> category.codes().getFirst().code();
            case FieldType.Whole _ -> "2";
            default -> "made up";
        };
    }

    private CheckedFile check(String name, String sheet, List<Line> lines, int firstColumn) throws IOException {
        Path file = folder.resolve("form.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            workbook.newWorksheet("Notes").value(0, 0, "How to fill in the form");
            Worksheet form = workbook.newWorksheet(sheet);
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).label().isEmpty()) {
                    form.value(i, firstColumn, lines.get(i).label());
                }
                if (!lines.get(i).value().isEmpty()) {
                    form.value(i, firstColumn + 1, lines.get(i).value());
                }
            }
        }
        return new CheckedFile(ALL, file, name);
    }

    private CheckedFile check(String name, List<Line> lines) throws IOException {
        return check(name, SHEET, lines, 1);
    }

    @Test
    void readsOneRecordFromLabelsAndValues() throws IOException {
        CheckedFile checked = check(NAME, lines());

        assertThat(checked.findings()).isEmpty();
        assertThat(checked.tables()).containsExactly("0_5 1");
        assertThat(checked.periods()).containsExactly("2024-01");
        assertThat(checked.recognised().getFirst().part()).isEqualTo("a821f");
        assertThat(checked.row(0, 0)).startsWith("2024-01-15", "made up").hasSize(FORM.fields().size());
    }

    @Test
    void readsALabelWithoutTheBracketOfItsParentAndSkipsHeadings() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Line line : lines()) {
            String label = line.label();
            lines.add(label.endsWith("*)") ? new Line(label.substring(0, label.lastIndexOf(" (")), line.value()) : line);
            lines.add(new Line(" A heading ", ""));
        }

        assertThat(check(NAME, lines).tables()).containsExactly("0_5 1");
    }

    @Test
    void namesTheRowAndColumnOfTheValueInTheSheet() throws IOException {
        List<Line> lines = lines();
        lines.set(2, new Line(lines.get(2).label(), "yesterday"));

        assertThat(check(NAME, lines).findings()).containsExactly("error value-not-date C3: a date like 30/04/2011");
    }

    @Test
    void saysWhichLabelsAreMissing() throws IOException {
        List<Line> lines = lines();
        Line depression = lines.remove(13);

        CheckedFile checked = check(NAME, lines);

        assertThat(checked.findings()).containsExactly("error label-missing: " + depression.label());
        assertThat(checked.outcome().refused()).isTrue();
    }

    @Test
    void refusesLabelsOutOfOrder() throws IOException {
        List<Line> lines = lines();
        lines.add(lines.remove(2));

        assertThat(check(NAME, lines).findings()).singleElement().asString().startsWith("error label-missing");
    }

    @Test
    void saysThatTheSheetIsMissing() throws IOException {
        assertThat(check("cans_" + NAME, "Sheet1", lines(), 1).findings())
                .containsExactly("error sheet-missing: " + SHEET);
    }

    @Test
    void saysThatTheColumnsAreMissing() throws IOException {
        assertThat(check(NAME, SHEET, lines(), 0).findings()).containsExactly("error label-columns-missing");
    }

    @Test
    void refusesANameThatFitsTwoFormsOrNone() throws IOException {
        assertThat(check("a821f_0_5_6_21_2024_jan.xlsx", lines()).findings())
                .containsExactly("error table-ambiguous: the name of the file holds 6_21 and 0_5");
        assertThat(check("a821f_2024_jan.xlsx", lines()).findings())
                .containsExactly("error table-unknown: those of a form that the name of the file tells by 6_21 or 0_5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0_5_2024_jan.xlsx", "cans_0_5_2024_jan.xlsx"})
    void refusesAFormWithoutAnIdentifier(String name) throws IOException {
        assertThat(check(name, lines()).findings()).containsExactly("error identifier-missing");
    }

    @Test
    void refusesAFormWithoutAMonth() throws IOException {
        assertThat(check("a821f_0_5_2024.xlsx", lines()).findings()).containsExactly("error month-missing");
    }

    @Test
    void leavesOtherFilesWithTheSamePieceOfAName() throws IOException {
        assertThat(check("contacts_0_5_2024_jan.xlsx", "Contacts", lines(), 1).findings())
                .noneMatch(finding -> finding.contains("sheet-missing"));
    }
}
