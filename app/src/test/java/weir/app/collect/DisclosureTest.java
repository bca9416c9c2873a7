package weir.app.collect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import weir.app.WeirProgram;
import weir.app.WeirProgram.Ended;
import weir.app.serve.RunningService;
import weir.platform.analysis.Analysis;
import weir.platform.analysis.Session;
import weir.platform.json.Json;
import weir.platform.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/// The control of disclosure from deliveries to publications, and on one machine. The mark CANARY stands in the rows that
/// must not leave.
final class DisclosureTest {

    @TempDir
    private Path temporary;

    private SurveyDataset survey;

    @BeforeEach
    void make() throws IOException {
        survey = new SurveyDataset(temporary.resolve("datasets"));
    }

    @Test
    void whatIsRareInEachOrganisationButNotInAllStaysAndWhatIsRareInAllLeavesInNothing() throws IOException, InterruptedException {
        try (RunningService service = service()) {
            handInAll(service);

            assertThat(lines(service, "OPEN_survey_people.csv")).containsExactly(
                    "ID,PLACE,LA",
                    "BAD1,Common,Barking and Dagenham",
                    "BAR1,Common,Barnet",
                    "BAR2,Of Barnet,Barnet", "BAR3,Of Barnet,Barnet", "BAR4,Of Barnet,Barnet",
                    "BEX1,Common,Bexley");
            assertThat(lines(service, "OPEN_survey_visits.csv")).containsExactly(
                    "VISIT,CLUB", "V1,", "V2,", "V3,Chess", "V4,Chess", "V5,Chess", "V6,");
            assertThat(lines(service, "OPEN_survey_totals.csv")).containsExactly(
                    "LA,PLACE,people", "Barking and Dagenham,Common,", "Barnet,Common,", "Barnet,Of Barnet,", "Bexley,Common,");
            assertThat(everything(service)).contains("Common").doesNotContain("CANARY");
            requireAccounts(service);
        }
        Ended journal = weir("journal", "list", "--json");
        assertThat(journal.out()).contains("\"rows-removed\":2", "\"clause\":\"6.1\"", "\"clause\":\"6.2\"").doesNotContain("CANARY");
    }

    private static void requireAccounts(RunningService service) throws IOException, InterruptedException {
        JsonNode manifest = service.json("/v1/outputs/OPEN/OPEN_survey_manifest.json");
        for (JsonNode table : manifest.path("tables")) {
            long shared = manifest.path("shares").valueStream()
                    .flatMap(share -> share.path("tables").valueStream())
                    .filter(given -> given.path("table").equals(table.path("table")))
                    .mapToLong(given -> given.path("rows_kept").asLong())
                    .sum();
            assertThat(table.path("rows").asLong() + table.path("rows_removed").asLong()).isEqualTo(shared);
        }
        assertThat(manifest.path("tables").get(0).path("suppressed").toString()).isEqualTo(
                "[{\"output\":\"people\",\"rule\":\"k-anonymity\",\"clause\":\"6.1\",\"rows_removed\":2,\"cells_blanked\":0}]");
        assertThat(manifest.path("tables").get(1).path("suppressed").get(0).path("cells_blanked").asLong()).isEqualTo(3);
        JsonNode reports = service.json("/v1/outputs/OPEN/OPEN_survey_reports_manifest.json");
        assertThat(reports.path("tables").get(0).path("suppressed").get(0).path("cells_blanked").asLong()).isEqualTo(4);
    }

    @Test
    void aWithdrawalThatMakesACombinationRareTakesTheOthersOutToo() throws IOException, InterruptedException {
        try (RunningService service = service()) {
            handInAll(service);
            assertThat(service.get("/v1/outputs/OPEN/OPEN_survey_people.csv")).contains("Common");

            service.post("/v1/withdrawals?organisation=BEX&dataset=survey");
            await(service);

            assertThat(lines(service, "OPEN_survey_people.csv")).containsExactly(
                    "ID,PLACE,LA", "BAR2,Of Barnet,Barnet", "BAR3,Of Barnet,Barnet", "BAR4,Of Barnet,Barnet");
            assertThat(everything(service)).doesNotContain("Common", "CANARY");
        }
    }

    @Test
    void lineageSaysThatARowOrAFieldWasSuppressedAndConfirmsNoValue() throws IOException, InterruptedException {
        try (RunningService service = service()) {
            handInAll(service);

            Ended removed = lineage("OPEN_survey_people", "ID=BAD2");
            assertThat(removed.exit()).as(removed.toString()).isZero();
            assertThat(removed.out())
                    .contains("suppressed   removed by the control of disclosure (clause 6.1)")
                    .contains("a row is removed when fewer than 3 rows have the same values in PLACE (clause 6.1)")
                    .doesNotContain("CANARY");
            assertThat(lineage("OPEN_survey_people", "ID=BAD2", "PLACE=CANARY").exit()).as("a value is not confirmed").isEqualTo(1);
            assertThat(lineage("OPEN_survey_people", "PLACE=CANARY").exit()).isEqualTo(1);
            assertThat(lineage("OPEN_survey_people", "ID=BAR2", "PLACE=Of Barnet").out()).doesNotContain("suppressed");

            JsonNode blanked = Json.read(lineage("OPEN_survey_visits", "VISIT=V1", "--json").out(), JsonNode.class);
            assertThat(blanked.path("rows").get(0).path("suppressed").asString())
                    .isEqualTo("CLUB blanked (clause 6.1) by the control of disclosure");
            assertThat(lineage("OPEN_survey_visits", "VISIT=V1", "CLUB=CANARYCLUB").exit()).isEqualTo(1);
            assertThat(lineage("OPEN_survey_visits", "VISIT=V1", "CLUB=").exit()).isZero();
        }
    }

    @Test
    void whatCannotBeControlledIsNotPublishedAndTheEarlierStays() throws IOException, InterruptedException {
        List<String> earlier;
        try (RunningService service = service()) {
            handInAll(service);
            earlier = lines(service, "OPEN_survey_totals.csv");
        }
        survey.useCase("persons");
        try (RunningService service = service()) {
            service.handIn("BAR", "2023/people.csv", people("BAR9,Of Barnet", "BAR8,Of Barnet", "BAR7,Of Barnet"));
            Awaitility.await("failed").atMost(Duration.ofSeconds(90)).until(() -> service
                    .json("/v1/jobs?state=failed-will-retry").path("jobs").toString().contains("make-reports"));

            assertThat(service.json("/v1/jobs?state=failed-will-retry").toString())
                    .contains("The control of disclosure of totals could not be done: it has no column persons");
            assertThat(lines(service, "OPEN_survey_people.csv")).contains("BAR9,Of Barnet,Barnet");
            assertThat(lines(service, "OPEN_survey_totals.csv")).isEqualTo(earlier);
        }
    }

    @Test
    void outputsOnOneMachineAreControlledToo() throws IOException {
        Path returns = temporary.resolve("returns-BAR/2023");
        Files.createDirectories(returns);
        Files.writeString(returns.resolve("people.csv"), people("BAR1,CANARY", "BAR2,Often", "BAR3,Often", "BAR4,Often"));

        Ended ended = WeirProgram.withDatasets(survey.folder()).run("clean", temporary.resolve("returns-BAR"), temporary.resolve("out"));

        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.err()).contains("OPEN people", "1 rows removed, 0 cells blanked by k-anonymity (clause 6.1)");
        assertThat(Files.readString(temporary.resolve("out/outputs/OPEN/OPEN_survey_people.csv")))
                .isEqualTo("ID,PLACE,LA\r\nBAR2,Often,Barnet\r\nBAR3,Often,Barnet\r\nBAR4,Often,Barnet\r\n");
        assertThat(parquet(Files.readAllBytes(temporary.resolve("out/outputs/OPEN/OPEN_survey_people.parquet")))).doesNotContain("CANARY");
        JsonNode manifest = Json.read(Files.readString(temporary.resolve("out/manifest.json")), JsonNode.class);
        assertThat(manifest.path("suppressed").get(0).path("rows_removed").asInt()).isEqualTo(1);
        assertThat(manifest.path("accounts").valueStream().filter(account -> account.path("what").asString().equals("OPEN people")))
                .singleElement()
                .satisfies(account -> assertThat(account.path("refused").asInt()).isEqualTo(1));

        WeirProgram.withDatasets(survey.folder())
                .run("clean", temporary.resolve("returns-BAR"), temporary.resolve("csv"), "--no-parquet", "--no-rules");
        assertThat(temporary.resolve("csv/outputs/OPEN")).isDirectoryNotContaining("glob:**.parquet");
        assertThat(Files.readString(temporary.resolve("csv/outputs/OPEN/OPEN_survey_people.csv"))).doesNotContain("CANARY");
    }

    private RunningService service() {
        return RunningService.on(
                temporary.resolve("data"), survey.folder(), survey.organisations(), settings -> settings, InstantSource.system());
    }

    private static void handInAll(RunningService service) throws IOException, InterruptedException {
        service.handIn("BAR", "2023/people.csv", people("BAR1,Common", "BAR2,Of Barnet", "BAR3,Of Barnet", "BAR4,Of Barnet"));
        service.handIn("BEX", "2023/people.csv", people("BEX1,Common", "BEX2,CANARY of Bexley"));
        service.handIn("BAD", "2023/people.csv", people("BAD1,Common", "BAD2,CANARY"));
        service.handIn("BAR", "2023/visits.csv", "VISIT,CLUB\nV1,CANARYCLUB\nV2,CANARYCLUB2\nV3,Chess\nV4,Chess\nV5,Chess\nV6,CANARYCLUB3\n");
        await(service);
    }

    private static String people(String... rows) {
        return "ID,PLACE\n" + String.join("\n", rows) + "\n";
    }

    private static void await(RunningService service) {
        Awaitility.await("jobs done").atMost(Duration.ofSeconds(90)).until(() -> !service.isBusy());
    }

    private static List<String> lines(RunningService service, String path) throws IOException, InterruptedException {
        return service.get("/v1/outputs/OPEN/" + path).lines().toList();
    }

    /// Every output, Parquet as text.
    private String everything(RunningService service) throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder();
        for (JsonNode file : service.json("/v1/outputs/OPEN").path("files")) {
            byte[] bytes = service.bytes(file.path("url").asString());
            boolean isParquet = file.path("path").asString().endsWith(".parquet");
            all.append(isParquet ? parquet(bytes) : new String(bytes, StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    private String parquet(byte[] bytes) throws IOException {
        Path file = Files.write(Files.createTempFile(temporary, "read", ".parquet"), bytes);
        try (Analysis analysis = new Analysis(temporary.resolve("spill"), DataSize.ofMegabytes(128), 1, 1)) {
            List<String> rows = new ArrayList<>();
            analysis.run(session -> rows.addAll(session.query(
                    "SELECT CAST(t AS VARCHAR) FROM " + Session.parquet(List.of(file)) + " t", row -> row.text(1))));
            return String.join("\n", rows);
        }
    }

    private Ended lineage(String... words) {
        List<Object> all = new ArrayList<>(List.of("lineage"));
        all.addAll(List.of(words));
        return weir(all.toArray());
    }

    private Ended weir(Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", temporary.resolve("data")));
        return WeirProgram.withDatasets(survey.folder()).run(all.toArray());
    }
}
