package weir.engine.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Datasets;
import weir.engine.issue.Issue;
import weir.engine.issue.Severity;
import weir.engine.pipeline.CheckedFile;

import static org.assertj.core.api.Assertions.assertThat;

/// Made-up returns of every dataset are recognised and sound, and each planted fault is found where it was planted.
class DatasetGeneratorTest {

    private static final Datasets DATASETS =
            Datasets.in(Path.of(System.getProperty("weir.root", "..")).resolve("datasets"));
    private static final List<Dataset> ALL = DATASETS.all();
    /// A row twice is only seen beside the other rows of its table, and no check of one file tells it.
    private static final Set<Fault> CELLS_AND_ROWS = EnumSet.complementOf(EnumSet.of(Fault.ROW_TWICE));

    @TempDir
    private Path folder;

    private static Dataset dataset(String id) {
        return ALL.stream().filter(one -> one.id().value().equals(id)).findFirst().orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("planted.csv"))
                    .sorted()
                    .toList();
        }
    }

    private CheckedFile check(Path file) throws IOException {
        return new CheckedFile(ALL, file, folder.relativize(file).toString().replace('\\', '/'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"annex_a", "pnw_census", "s251", "school_census", "cans", "cin", "social_work_workforce"})
    void writesReturnsThatAreRecognisedAndSound(String id) throws IOException {
        Written written = new DatasetGenerator(dataset(id), Request.of(4, 7).withYears(2023, 2024)).write(folder);

        List<Path> files = files();
        assertThat(files).hasSize(written.files());
        long rows = 0;
        for (Path file : files) {
            CheckedFile checked = check(file);
            assertThat(checked.issues()).as("%s %s", file, checked.findings()).isEmpty();
            assertThat(checked.recognised().getFirst().dataset().id().value()).isEqualTo(id);
            rows += checked.outcome().rowsKept();
        }
        assertThat(rows).isEqualTo(written.rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"annex_a", "pnw_census", "s251", "school_census"})
    void everyPlantedFaultIsFoundWhereItStandsAndNothingElse(String id) throws IOException {
        Written written = new DatasetGenerator(
                        dataset(id), Request.of(60, 11).withYears(2024, 2024).withFaults(0.5, CELLS_AND_ROWS))
                .write(folder);

        Set<String> planted = new HashSet<>();
        for (String line : Files.readAllLines(folder.resolve("planted.csv"), StandardCharsets.UTF_8).stream().skip(1).toList()) {
            String fault = line.substring(line.lastIndexOf(',') + 1);
            if (Stream.of(Fault.values()).noneMatch(kind -> kind.isDecoy() && kind.word().equals(fault))) {
                String[] parts = line.split(",", 3);
                planted.add(parts[0] + " " + parts[1]);
            }
        }
        Set<String> found = new HashSet<>();
        for (Path file : files()) {
            for (Issue issue : check(file).issues()) {
                if (issue.severity() != Severity.NOTICE) {
                    found.add(issue.place().file() + " " + issue.place().row().orElse(0));
                }
            }
        }
        assertThat(written.planted()).isGreaterThanOrEqualTo(planted.size());
        assertThat(planted).isNotEmpty();
        assertThat(found).isEqualTo(planted);
    }

    @Test
    void givesAStoryOfChildrenInNeedThatRunsThroughTheYears() throws IOException {
        Request request = Request.of(400, 5).withYears(2021, 2026);
        Written written = new DatasetGenerator(dataset("cin"), request).write(folder.resolve("a"));
        new DatasetGenerator(dataset("cin"), request).write(folder.resolve("b"));

        String first = Files.readString(folder.resolve("a/2023/cin_2023.xml"), StandardCharsets.UTF_8);
        String second = Files.readString(folder.resolve("a/2024/cin_2024.xml"), StandardCharsets.UTF_8);
        assertThat(written.files()).isEqualTo(6);
        assertThat(children(first)).doesNotHaveDuplicates();
        assertThat(children(first)).as("a case that is open stands in the next return, too").containsAnyElementsOf(children(second));
        assertThat(first).contains("<Assessments>", "<CINPlanDates>", "<Section47>", "<ChildProtectionPlans>", "<CPPreviewDate>");
        assertThat(folder.resolve("a/2023/cin_2023.xml")).hasSameBinaryContentAs(folder.resolve("b/2023/cin_2023.xml"));
    }

    private static List<String> children(String xml) {
        return xml.lines().filter(line -> line.contains("<LAchildID>")).map(String::strip).toList();
    }

    @Test
    void givesTheSameBytesForTheSameRequest() throws IOException {
        Request request = Request.of(20, 3).withYears(2024, 2024).withFaults(0.2, EnumSet.allOf(Fault.class));
        new DatasetGenerator(dataset("pnw_census"), request).write(folder.resolve("a"));
        new DatasetGenerator(dataset("pnw_census"), request).write(folder.resolve("b"));

        String name = "2024/pnw_census_2024_dec_pnw_census.csv";
        assertThat(folder.resolve("a").resolve(name)).hasSameBinaryContentAs(folder.resolve("b").resolve(name));
        assertThat(folder.resolve("a/planted.csv")).hasSameBinaryContentAs(folder.resolve("b/planted.csv"));
    }
}
