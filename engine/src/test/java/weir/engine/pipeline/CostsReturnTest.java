package weir.engine.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Datasets;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;

import static org.assertj.core.api.Assertions.assertThat;

/// Returns that tell their period by the dates in them. Fact 28 of the published behaviour.
class CostsReturnTest {

    private static final List<Dataset> ALL =
            Datasets.in(Path.of(System.getProperty("weir.root", "..")).resolve("datasets")).all();
    private static final String HOMES = "Asset name,Ofsted URN,Start date,End date,Total committed cost accrued in FY to date\n";

    @TempDir
    private Path folder;

    private CheckedFile check(String name, String text) throws IOException {
        return new CheckedFile(ALL, Files.writeString(folder.resolve("file"), text), name);
    }

    private static Table placements() {
        return ALL.stream().filter(dataset -> dataset.id().value().equals("s251")).findFirst().orElseThrow()
                .latest().table(new TableName("placement_costs")).orElseThrow();
    }

    /// The placements of a file, each with a date of its end.
    private static String placements(String... ends) {
        StringBuilder text = new StringBuilder(placements().fields().stream()
                .map(field -> field.name().value()).collect(Collectors.joining(",")) + "\n");
        for (String end : ends) {
            text.append(placements().fields().stream()
                    .map(field -> switch (field.name().value()) {
                        case "Child ID" -> "child";
                        case "Placement end date" -> end;
                        default -> "";
                    })
                    .collect(Collectors.joining(","))).append('\n');
        }
        return text.toString();
    }

    @Test
    void takesTheQuarterOfTheEarliestEndOfAPlacement() throws IOException {
        CheckedFile checked = check("costs.csv", placements("15/07/2023", "", "31/12/2022"));

        assertThat(checked.periods()).containsExactly("2022-12");
        assertThat(checked.tables()).containsExactly("placement_costs 3");
    }

    @ParameterizedTest
    @CsvSource({"01/01/2023,2023-03", "31/03/2023,2023-03", "01/04/2023,2023-06", "30/09/2023,2023-09", "01/10/2023,2023-12"})
    void namesAQuarterByItsLastMonth(String end, String period) throws IOException {
        assertThat(check("costs.csv", HOMES + "home,SC1,01/01/2020," + end + ",1000\n").periods()).containsExactly(period);
    }

    @Test
    void believesThePathMoreThanTheDates() throws IOException {
        assertThat(check("s251_2023_jun.csv", placements("31/12/2022")).periods()).containsExactly("2023-06");
        assertThat(check("2023/costs.csv", placements("31/12/2022")).periods())
                .as("a year alone is no quarter").containsExactly("2022-12");
    }

    @Test
    void refusesAFileWithoutAnEnd() throws IOException {
        assertThat(check("costs.csv", placements("", "")).findings()).containsExactly("error year-missing");
        assertThat(check("costs.csv", placements("soon")).findings()).containsExactly("error year-missing");
    }

    @Test
    void refusesAQuarterBeforeTheCollectionBegan() throws IOException {
        CheckedFile checked = check("costs.csv", placements("31/03/2022"));

        assertThat(checked.findings()).singleElement().asString().startsWith("error year-without-schema");
        assertThat(checked.outcome().refused()).isTrue();
    }

    @Test
    void takesOneQuarterForBothSheetsOfAWorkbook() throws IOException {
        Path file = folder.resolve("costs.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            sheet(workbook, "Homes", (HOMES + "home,SC1,01/01/2020,15/08/2023,1000\n").split("\n", -1));
            sheet(workbook, "Placements", placements("15/07/2023", "31/05/2023").split("\n", -1));
        }

        CheckedFile checked = new CheckedFile(ALL, file, "costs.xlsx");

        assertThat(checked.tables()).containsExactly("internal_residential_costs 1", "placement_costs 2");
        assertThat(checked.periods()).containsExactly("2023-06");
    }

    private static void sheet(Workbook workbook, String name, String[] lines) {
        Worksheet sheet = workbook.newWorksheet(name);
        for (int row = 0; row < lines.length; row++) {
            String[] cells = lines[row].split(",", -1);
            for (int column = 0; column < cells.length; column++) {
                if (!cells[column].isEmpty()) {
                    sheet.value(row, column, cells[column]);
                }
            }
        }
    }
}
