package weir.app.generate;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import weir.app.WeirProgram;
import weir.engine.dataset.Datasets;

import static org.assertj.core.api.Assertions.assertThat;

final class GenerateCommandTest {

    @TempDir
    private Path temporary;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new GenerateCommand(() -> Datasets.in(WeirProgram.root().resolve("datasets"))))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String folder() {
        return temporary.resolve("returns").toString();
    }

    @Test
    void writesAReturnForEachYear() throws IOException {
        assertThat(run("ssda903", "--children", "20", "--years", "2024-2025", folder())).isZero();
        assertThat(temporary.resolve("returns/2024/SSDA903_2024_episodes.csv")).isNotEmptyFile();
        assertThat(temporary.resolve("returns/2025/SSDA903_2025_header.csv")).isNotEmptyFile();
        assertThat(temporary.resolve("returns/planted.csv")).doesNotExist();
        assertThat(out.toString()).startsWith("Wrote ").endsWith("0 faults planted." + System.lineSeparator());
    }

    @Test
    void writesOnlyEpisodesWhenRowsAreAskedFor() throws IOException {
        assertThat(run("ssda903", "--rows", "100", "--faults", "0.1", "--years", "2020", "--json", folder())).isZero();
        List<String> lines = Files.readAllLines(
                temporary.resolve("returns/2020/SSDA903_2020_episodes.csv"), StandardCharsets.UTF_8);
        assertThat(lines).hasSizeBetween(101, 102);
        assertThat(temporary.resolve("returns/planted.csv")).isNotEmptyFile();
        assertThat(out.toString()).startsWith("{\"files\":1,\"rows\":10");
    }

    @Test
    void refusesToWriteIntoAFolderThatIsNotEmpty() throws IOException {
        Files.writeString(temporary.resolve("a.txt"), "a", StandardCharsets.UTF_8);
        assertThat(run("ssda903", temporary.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is not empty; name a folder that is missing or empty.");
        assertThat(run("ssda903", temporary.resolve("a.txt").toString())).isEqualTo(2);
    }

    @Test
    void saysWhatIsWrongWithAnOption() {
        assertThat(run("ssda904", folder())).isEqualTo(2);
        assertThat(run("ssda903", "--years", "soon", folder())).isEqualTo(2);
        assertThat(run("ssda903", "--children", "0", folder())).isEqualTo(2);
        assertThat(run("ssda903", "--fault-kinds", "date-form,wrong", folder())).isEqualTo(2);
        assertThat(err.toString())
                .contains("There is no dataset 'ssda904'").contains("Did you mean 'ssda903'")
                .contains("The years must be written as 2019-2026 or 2024.")
                .contains("The number of children must be 1 or more.")
                .contains("A kind of fault is not known; name any of date-form, date-impossible");
    }

    @Test
    void saysThatTheOutsideFailed() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "a", StandardCharsets.UTF_8);
        assertThat(run("ssda903", "--children", "1", file.resolve("under").toString())).isEqualTo(3);
        assertThat(err.toString()).contains("could not be written");
    }
}
