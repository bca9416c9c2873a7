package weir.app.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.engine.dataset.Datasets;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaCommandTest {

    @TempDir
    Path folder;

    @Test
    void listsTheDatasets() {
        Screen screen = schema("list");

        assertThat(screen.exitCode()).isZero();
        assertThat(screen.out().lines()).anyMatch(line -> line.startsWith("ssda903 ") && line.endsWith("PAN, SUFFICIENCY"));
        assertThat(schema("list", "--json").out()).startsWith("[{").contains("\"dataset\":\"ssda903\"").endsWith("]\n");
    }

    @Test
    void showsTheTablesOfAYear() {
        assertThat(schema("show", "ssda903", "--year", "2024").out())
                .startsWith("ssda903: Children looked after return (SSDA903)\nRules since 2024\nSource: Department for Education")
                .contains("Changed: The return asks for each child's social workers.\n")
                .contains("social_worker    6       Social workers of the children\n");
        assertThat(schema("show", "ssda903", "--year", "2023").out()).doesNotContain("social_worker");
    }

    @Test
    void showsTheFieldsAndCodesOfATable() {
        assertThat(schema("show", "ssda903", "--year", "2025", "UASC").out())
                .contains("Rows are one record when they share CHILD; the latest return's stays, within a return the one with the latest DUC.\n")
                .contains("DUC    yes    date written dd/MM/yyyy  Date the status ceased\n")
                .contains("  M  Male     also written 1\n");
        assertThat(schema("show", "ssda903", "oc2", "--json").out())
                .contains("\"field\":\"SDQ_SCORE\"")
                .contains("\"means\":\"integer from 0 to 40\"");
    }

    @Test
    void showsWhatChangedBetweenTwoYears() {
        assertThat(schema("diff", "ssda903", "2018", "2020").out()).startsWith(
                "episodes, REC: now allows E45, E46, E47 and E48.\nepisodes, REC: no longer allows E43 and E44.\n");
        assertThat(schema("diff", "ssda903", "2017", "2018").out()).isEqualTo("Nothing changed between 2017 and 2018.\n");
    }

    @Test
    void asksWhatWasMeantByAnUnknownWord() {
        assertWrong("Did you mean 'ssda903'?", "show", "ssda930");
        assertWrong("Did you mean 'episodes'?", "show", "ssda903", "episode");
        assertWrong("'twenty' is not a year", "show", "ssda903", "--year", "twenty");
        assertWrong("The rules of ssda903 begin with 2017", "diff", "ssda903", "2016", "2020");
        assertWrong("Say what to show: list, show or diff.");
    }

    @Test
    void reportsEveryProblemOfABrokenDataset() throws IOException {
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve("dataset.yaml"), "dataset: broken\ntitel: A\n", StandardCharsets.UTF_8);

        Screen screen = new Screen(new SchemaCommand(() -> Datasets.in(folder)), "list");

        assertThat(screen.exitCode()).isEqualTo(2);
        assertThat(screen.out()).isEmpty();
        assertThat(screen.err()).contains("broken/dataset.yaml:2: 'titel' is not a key of dataset.yaml. Did you mean 'title'?");
    }

    @Test
    void saysWhenTheDatasetsAreMissing() {
        Screen screen = new Screen(new SchemaCommand(() -> Datasets.in(folder.resolve("none"))), "list");

        assertThat(screen.exitCode()).isEqualTo(3);
        assertThat(screen.err()).startsWith("There is no folder of datasets at ");
    }

    private static void assertWrong(String message, String... words) {
        Screen screen = schema(words);

        assertThat(screen.exitCode()).isEqualTo(2);
        assertThat(screen.err()).contains(message);
        assertThat(screen.out()).isEmpty();
    }

    private static Screen schema(String... words) {
        return new Screen(new SchemaCommand(Screen::shipped), words);
    }
}
