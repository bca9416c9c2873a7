package weir.engine.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Datasets;
import weir.engine.dataset.FieldName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The published samples are recognised among all datasets and give the published rows. Facts 15, 27, 32, 33 and 34.
class PublishedSamplesTest {

    private static final Path ROOT = Path.of(System.getProperty("weir.root", ".."));
    private static final List<Dataset> ALL = Datasets.in(ROOT.resolve("datasets")).all();

    private final Path samples = ROOT.resolve("../shared/reference/collect/samples").normalize();

    @Test
    void everySchoolSampleIsTheTableInItsName() throws IOException {
        Path folder = samples.resolve("school_census");
        assumeTrue(Files.isDirectory(folder), "The published samples do not lie beside this repository.");
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            String[] name = String.valueOf(file.getFileName()).replace(".csv", "").split("_", 3);
            CheckedFile checked = new CheckedFile(ALL, file, String.valueOf(file.getFileName()));
            long rows;
            try (Stream<String> lines = Files.lines(file)) {
                rows = lines.count() - 1;
            }
            assertThat(checked.tables()).as("%s: %s", file, checked.findings()).containsExactly(name[2] + " " + rows);
            assertThat(checked.periods()).containsExactly(name[0] + "-" + name[1]);
            assertThat(checked.findings()).contains("warning school-type-missing");
        }
    }

    @Test
    void theElevenSheetsOfTheAnnexAreItsElevenLists() throws IOException {
        Path file = samples.resolve("Annex_A_2024_Jan.xlsx");
        assumeTrue(Files.exists(file), "The published samples do not lie beside this repository.");

        CheckedFile checked = new CheckedFile(ALL, file, "Annex_A_2024_Jan.xlsx");

        assertThat(checked.tables()).containsExactly("list_1 5", "list_2 5", "list_3 6", "list_4 5", "list_5 5", "list_6 5",
                "list_7 7", "list_8 5", "list_9 6", "list_10 5", "list_11 5");
        assertThat(checked.periods()).containsExactly("2024-01");
        assertThat(checked.findings()).noneMatch(finding -> finding.contains("value-not-number") || finding.contains("sheet"));
        assertThat(checked.findings()).filteredOn(finding -> finding.startsWith("error value-not-code")).hasSize(16);
    }

    @Test
    void theChildInNeedGivesTenRowsInTheOrderOfItsEvents() throws IOException {
        Path file = samples.resolve("BAR_cin_2022.xml");
        assumeTrue(Files.exists(file), "The published samples do not lie beside this repository.");

        CheckedFile checked = new CheckedFile(ALL, file, "BAR_cin_2022.xml");

        assertThat(checked.tables()).containsExactly("cin 10");
        assertThat(checked.findings()).isEmpty();
        assertThat(column(checked, "Type")).containsExactly(
                "CINreferralDate", "CINclosureDate", "AssessmentActualStartDate", "AssessmentAuthorisationDate",
                "CINPlanStartDate", "CINPlanEndDate", "S47ActualStartDate", "CPPstartDate", "CPPendDate", "CPPreviewDate");
        assertThat(column(checked, "Factors")).containsExactly("", "", "2A,2B", "2A,2B", "", "", "", "", "", "");
        assertThat(column(checked, "Disabilities")).containsOnly("HAND,HEAR");
        assertThat(column(checked, "ReferralNFA")).containsOnly("0");
        assertThat(column(checked, "DateOfInitialCPC")).containsExactly(
                "1970-02-06", "1970-02-06", "1970-02-06", "1970-02-06", "1970-02-06", "1970-02-06", "1970-02-11",
                "1970-02-06", "1970-02-06", "1970-02-06");
    }

    @Test
    void theWorkforceGivesThirtyWorkersAndOneRowOfVacancies() throws IOException {
        Path file = samples.resolve("social_work_workforce_2022.xml");
        assumeTrue(Files.exists(file), "The published samples do not lie beside this repository.");

        CheckedFile checked = new CheckedFile(ALL, file, "social_work_workforce_2022.xml");

        assertThat(checked.tables()).containsExactlyInAnyOrder("CSWWWorker 30", "LALevelVacancies 1");
        assertThat(checked.periods()).containsExactly("2022");
    }

    @Test
    void theEpisodesAndTheHeaderGiveFiveRowsEach() throws IOException {
        Path file = samples.resolve("SSDA903_2020_episodes.csv");
        assumeTrue(Files.exists(file), "The published samples do not lie beside this repository.");

        CheckedFile episodes = new CheckedFile(ALL, file, "SSDA903_2020_episodes.csv");
        CheckedFile header = new CheckedFile(ALL, samples.resolve("SSDA903_2020_header.csv"), "SSDA903_2020_header.csv");

        assertThat(episodes.tables()).containsExactly("episodes 5");
        assertThat(episodes.row(0, 0)).hasSize(13);
        assertThat(column(episodes, "PL_POST").get(1)).isEqualTo("C25 1YT");
        assertThat(episodes.findings()).hasSize(4).filteredOn(finding -> finding.startsWith("error")).hasSize(3);
        assertThat(header.tables()).containsExactly("header 5");
        assertThat(header.findings()).singleElement().asString().startsWith("error value-not-code D6");
    }

    private static List<String> column(CheckedFile checked, String field) {
        int column = checked.recognised().getFirst().table().indexOf(new FieldName(field)).orElseThrow();
        return IntStream.range(0, (int) checked.outcome().rowsKept()).mapToObj(row -> checked.row(0, row).get(column)).toList();
    }
}
