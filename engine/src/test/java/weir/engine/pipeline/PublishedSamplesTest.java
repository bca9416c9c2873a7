package weir.engine.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The published samples are recognised among all datasets. Facts 32 and 33 of the published behaviour.
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
}
