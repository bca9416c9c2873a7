package weir.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weir.app.WeirProgram.Ended;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/// Wrong use ends with 2 and a sentence that says the mend, and changes nothing.
final class WrongUseTest {

    private final WeirProgram weir = WeirProgram.shipped();

    @TempDir
    private Path temporary;

    static Stream<Arguments> commands() {
        return Stream.of(
                arguments("check", "Missing required parameter"),
                arguments("check NOWHERE", "There is no file"),
                arguments("check returns-BAD NOWHERE", "There is no file"),
                arguments("check returns-BAD --jsn", "--json"),
                arguments("check returns-BAD --json --csv", "--csv"),
                arguments("check returns-BAD --year soon", "--year must be a year like 2020"),
                arguments("check returns-BAD --encoding latin-99", "--encoding"),
                arguments("check returns-BAD --dataset a/b", "--dataset"),
                arguments("check returns-BAD --html 2020.csv", ".html"),
                arguments("check empty", "holds no files"),
                arguments("clean returns-BAD", "OUT"),
                arguments("clean NOWHERE out", "There is no folder"),
                arguments("clean returns-BAD/2020/r.csv out", "There is no folder"),
                arguments("clean nameless out", "--organisation CODE"),
                arguments("clean returns-BAD out --organisation ?", "--organisation"),
                arguments("clean returns-BAD out --use-case FUN", "There is no use case FUN"),
                arguments("clean returns-BAD out --no-csv --no-parquet", "nothing to write"),
                arguments("clean returns-BAD out --part-size big", "--part-size"),
                arguments("clean returns-BAD out --pseudonym-key returns-BAD/2020/r.csv", "version:hexadecimal"),
                arguments("clean empty out --organisation BAD", "holds no files"),
                arguments("chek returns-BAD", "check"),
                arguments("audit ssda904", "ssda903"),
                arguments("audit ssda903 --use-case PANN", "PAN"),
                arguments("schema show ssda904", "ssda903"),
                arguments("generate ssda904 out", "ssda903"),
                arguments("generate cin out --faults 0.1", "made without faults"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isToldWithItsMend(String command, String mend) throws IOException {
        Folders.write(temporary.resolve("returns-BAD/2020/r.csv"), Returns.REVIEWS);
        Folders.write(temporary.resolve("nameless/2020/r.csv"), Returns.REVIEWS);
        Files.createDirectories(temporary.resolve("empty"));
        Ended ended = weir.run((Object[]) words(command));
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.err()).contains(mend).doesNotContain("Exception", "\tat ");
        assertThat(ended.out()).isEmpty();
        assertThat(Folders.files(temporary)).hasSize(2);
        assertThat(temporary.resolve("out")).doesNotExist();
    }

    private String[] words(String command) {
        List<String> places = List.of("NOWHERE", "returns-BAD", "returns-BAD/2020/r.csv", "nameless", "empty", "out", "2020.csv");
        return Stream.of(command.split(" ", -1))
                .map(word -> places.contains(word) ? temporary.resolve(word).toString() : word)
                .toArray(String[]::new);
    }

    @Test
    void everyProblemOfAFaultySpecificationIsToldAtOnce() throws IOException {
        Path datasets = temporary.resolve("datasets");
        Folders.copy(WeirProgram.root().resolve("datasets"), datasets);
        replace(datasets.resolve("ssda903/tables/reviews.yaml"), "type: category", "type: categry");
        replace(datasets.resolve("ssda903/use-cases/PAN.yaml"), "protect: postcode-sector", "protect: postcode-sectr");
        replace(datasets.resolve("ssda903/use-cases/PAN.yaml"), "URN: {clause: \"2.1\"}", "URN: {clause: \"9.9\"}");
        Folders.write(temporary.resolve("returns-BAD/2020/r.csv"), Returns.REVIEWS);
        for (String command : List.of("check returns-BAD", "clean returns-BAD out")) {
            Ended ended = WeirProgram.withDatasets(datasets).run((Object[]) words(command));
            assertThat(ended.exit()).isEqualTo(2);
            assertThat(ended.err())
                    .contains("tables/reviews.yaml:", "categry", "category")
                    .contains("use-cases/PAN.yaml:", "postcode-sector")
                    .contains("9.9")
                    .doesNotContain("Exception", "\tat ");
            assertThat(ended.out()).isEmpty();
            assertThat(temporary.resolve("out")).doesNotExist();
        }
    }

    private static void replace(Path file, String what, String with) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(text).contains(what);
        Files.writeString(file, text.replace(what, with), StandardCharsets.UTF_8);
    }

    @Test
    void aFolderWithoutDatasetsIsAFailureOfTheOutside() throws IOException {
        Path file = Folders.write(temporary.resolve("2020/r.csv"), Returns.REVIEWS);
        Ended ended = WeirProgram.withDatasets(temporary.resolve("none")).run("check", file);
        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.err()).startsWith("weir: There is no folder of datasets");
    }
}
