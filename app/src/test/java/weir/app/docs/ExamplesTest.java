package weir.app.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The examples do what their pages say.
final class ExamplesTest {

    private static final Path EXAMPLES = Repository.root().resolve("examples");

    @TempDir
    Path folder;

    @Test
    void theReturnWithMistakesIsCheckedAsExpected() {
        Path example = EXAMPLES.resolve("ssda903-check");
        Program program = Program.shipped();

        assertThat(program.run("check", example.resolve("returns-BAD").toString())).isEqualTo(1);
        assertThat(program.out()).isEqualTo(Repository.read(example.resolve("expected.txt")));
        assertThat(program.err()).contains("rules of ssda903 2026 could not be asked without ad1");
    }

    @Test
    void theReturnWithMistakesIsCleanedAsExpected() {
        Path example = EXAMPLES.resolve("ssda903-check");
        Path out = folder.resolve("cleaned");

        assertThat(Program.shipped().run("clean", example.resolve("returns-BAD").toString(), out.toString())).isEqualTo(1);
        assertThat(read(out.resolve("outputs/PAN/PAN_ssda903_episodes.csv")).replace("\r\n", "\n"))
                .isEqualTo(Repository.read(example.resolve("expected-episodes.csv")));
    }

    @Test
    void pseudonymsNeedAKeyAndWithoutOneNothingIsWritten() throws IOException {
        Path out = folder.resolve("cleaned");
        Program program = pseudonyms();

        assertThat(program.run("clean", EXAMPLES.resolve("pseudonyms/returns-RVS").toString(), out.toString())).isEqualTo(2);
        assertThat(program.err()).contains("give --pseudonym-key FILE");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aPersonIsOnePseudonymInOnePurposeAndAnotherInTheOther() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "k1:" + "0123456789abcdef".repeat(4) + "\n", StandardCharsets.UTF_8);
        Path out = folder.resolve("cleaned");

        assertThat(pseudonyms().run(
                        "clean",
                        EXAMPLES.resolve("pseudonyms/returns-RVS").toString(),
                        out.toString(),
                        "--pseudonym-key",
                        key.toString()))
                .isZero();

        List<String> research = people(out, "RESEARCH");
        assertThat(research).hasSize(4).allMatch(pseudonym -> pseudonym.matches("k1-[0-9a-f]{64}"));
        assertThat(research.stream().distinct()).hasSize(2);
        assertThat(people(out, "PLANNING")).doesNotContainAnyElementsOf(research);
    }

    private static Program pseudonyms() {
        return new Program(EXAMPLES.resolve("pseudonyms/datasets"));
    }

    private static List<String> people(Path out, String useCase) {
        return read(out.resolve("outputs").resolve(useCase).resolve(useCase + "_clubs_visits.csv"))
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    private static String read(Path file) {
        return Repository.read(file);
    }
}
