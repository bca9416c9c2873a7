package weir.app.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import weir.app.WeirProgram;
import weir.app.WeirProgram.Ended;
import weir.app.serve.RunningService;
import weir.platform.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/// Handing in from the command line: beside a service, to a service at an address, and without one.
final class HandInCommandsTest {

    private static final String HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\na,1,01/02/2010,%s,A112345670001,,\n";

    @TempDir
    private Path temporary;

    @Test
    void handsInBesideAServiceAndOverHttp() throws IOException, InterruptedException {
        Path returns = returns("WBRI");
        try (RunningService service = RunningService.on(temporary.resolve("data"))) {
            Ended first = weir("deliver", returns, "--organisation", "BAD", "--wait", "--data", service.folder());
            assertThat(first.exit()).as(first.toString()).isZero();
            assertThat(first.err()).contains("Handed in: 2023/header.csv, delivery ", "Handed in: 2024/header.csv");
            assertThat(first.out()).contains("2023/header.csv");

            Ended again = weir("deliver", returns, "--organisation", "BAD", "--url", service.address());
            assertThat(again.exit()).as(again.toString()).isZero();
            assertThat(again.err()).contains("Handed in before: 2023/header.csv");

            Ended faulty = weir("deliver", faulty(), "--organisation", "BAR", "--url", service.address(), "--wait", "--json");
            assertThat(faulty.exit()).as(faulty.toString()).isEqualTo(1);
            JsonNode file = Json.read(faulty.out(), JsonNode.class).path("files").get(0);
            assertThat(file.path("state").asString()).isEqualTo("checked");
            assertThat(file.path("report").path("issues").size()).isPositive();

            assertThat(weir("run", "collect", "--data", service.folder()).exit()).isEqualTo(2);
            assertThat(weir("run", "collect", "--data", service.folder()).err()).contains("does this work by itself");

            JsonNode listed = Json.read(
                    weir("deliveries", "--organisation", "BAD", "--json", "--url", service.address()).out(), JsonNode.class);
            assertThat(listed.size()).isEqualTo(1);
            assertThat(weir("deliveries", "--organisation", "BAD", "--data", service.folder()).out()).contains("checked", "2024/header.csv");

            Ended unsure = weir("withdraw", "--organisation", "BAD", "--dataset", "ssda903", "--url", service.address());
            assertThat(unsure.exit()).isEqualTo(2);
            assertThat(unsure.err()).contains("--yes");
            Ended withdrawn = weir(
                    "withdraw", "--organisation", "BAD", "--dataset", "ssda903", "--period", "2023", "--yes", "--json",
                    "--url", service.address());
            assertThat(Json.read(withdrawn.out(), JsonNode.class).path("tables").asInt()).isEqualTo(1);
            assertThat(weir("deliver", returns, "--organisation", "XXX", "--url", service.address()).exit()).isEqualTo(2);
        }
    }

    @Test
    void doesTheWorkWithoutAService() throws IOException {
        Path data = temporary.resolve("data");
        Ended handedIn = weir("deliver", returns("WBRI"), "--organisation", "BAD", "--data", data);
        assertThat(handedIn.exit()).as(handedIn.toString()).isZero();
        Ended run = weir("run", "collect", "--data", data, "--json");
        assertThat(run.exit()).as(run.toString()).isZero();
        JsonNode counts = Json.read(run.out(), JsonNode.class);
        assertThat(counts.path("files_checked").asInt()).isEqualTo(2);
        assertThat(counts.path("outputs_published").asInt()).isPositive();
        assertThat(Json.read(weir("run", "collect", "--data", data, "--json").out(), JsonNode.class).path("files_checked").asInt())
                .as("nothing is left to do").isZero();
        Ended listed = weir("returns", "--organisation", "BAD", "--data", data);
        assertThat(listed.out()).as(listed.toString()).contains("ssda903/2023", "ssda903/2024", "rules asked", "could not be asked without");
        Ended report = weir("returns", "--organisation", "BAD", "--data", data, "--report", "ssda903/2024");
        assertThat(report.out()).as(report.toString()).contains("2024/header.csv");
        Ended none = weir("returns", "--organisation", "BAD", "--data", data, "--report", "ssda903/2019");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("there are ssda903/2024, ssda903/2023");
        Ended waited = weir("deliver", faulty(), "--organisation", "BAR", "--data", data, "--wait");
        assertThat(waited.exit()).as(waited.toString()).isEqualTo(1);
        assertThat(waited.out()).contains("ETHNIC");
        Ended withdrawn = weir("withdraw", "--organisation", "BAD", "--dataset", "ssda904", "--yes", "--data", data);
        assertThat(withdrawn.exit()).isEqualTo(2);
        assertThat(withdrawn.err()).contains("ssda903");
    }

    private Ended weir(Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        if (!all.contains("--url")) {
            Path settings = temporary.resolve("weir.yaml");
            try {
                Files.writeString(
                        settings,
                        "database.embedded-programs: " + WeirProgram.root().resolve("platform/target/postgres-programs") + "\n",
                        StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            all.addAll(List.of("--settings", settings));
        }
        return WeirProgram.shipped().inRealTime().run(all.toArray());
    }

    private Path returns(String ethnicity) throws IOException {
        Path folder = temporary.resolve("returns");
        for (String year : List.of("2023", "2024")) {
            Files.createDirectories(folder.resolve(year));
            Files.writeString(folder.resolve(year + "/header.csv"), HEADER.replace("%s", ethnicity), StandardCharsets.UTF_8);
        }
        return folder;
    }

    private Path faulty() throws IOException {
        Path folder = temporary.resolve("faulty");
        Files.createDirectories(folder.resolve("2024"));
        Files.writeString(folder.resolve("2024/header.csv"), HEADER.replace("%s", "NONE"), StandardCharsets.UTF_8);
        return folder;
    }
}
