package weir.app.collect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import weir.app.WeirProgram;
import weir.app.serve.RunningService;
import weir.app.settings.ServiceSettings;
import weir.engine.organisation.Organisations;
import weir.platform.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/// Three organisations, two use cases and a withdrawal, through the organisation's side and the region's side. Each child
/// bears the mark of its organisation, and a field that must not leave bears one of its own.
@Order(2)
final class ThreeOrganisationsTest {

    @TempDir
    private Path temporary;

    private static final String SIGNED = """
            organisations:
              BAR: Barnet
              BEX: Bexley
              BAD: Barking and Dagenham
            signed:
              ssda903:
                PAN: [BAR, BEX]
                SUFFICIENCY: [BAR]
            """;

    @Test
    void nothingUnsignedLeavesAndNothingWithdrawnStays() throws IOException, InterruptedException {
        try (RunningService service = RunningService.on(temporary.resolve("data"), organisations(SIGNED))) {
            for (String organisation : List.of("BAR", "BEX", "BAD")) {
                service.handIn(organisation, "2023/header.csv", header(organisation, 5));
                service.handIn(organisation, "2024/header.csv", header(organisation, 3));
            }
            await(service);

            assertThat(service.json("/v1/deliveries?organisation=BAD").path("deliveries").valueStream()
                            .map(one -> one.path("state").asString()))
                    .containsOnly("refused");
            assertThat(errorReport(service, "BAD")).contains("NotSigned", "Barking and Dagenham is not signed up for ssda903 data processing.");
            assertThat(output(service, "PAN", "PAN_ssda903_header.csv").lines()).hasSize(1 + 2 * 5);
            assertThat(output(service, "SUFFICIENCY", "SUFFICIENCY_ssda903_header.csv").lines()).hasSize(1 + 5);
            assertThat(everything(service, "PAN")).contains("MARKBAR", "MARKBEX", "A112345").doesNotContain("MARKBAD");
            assertThat(everything(service, "SUFFICIENCY")).contains("MARKBAR").doesNotContain("MARKBEX", "MARKBAD", "A112345");
            JsonNode manifest = service.json("/v1/outputs/PAN/PAN_ssda903_manifest.json");
            assertThat(manifest.path("tables").get(0).path("rows").asInt()).isEqualTo(10);
            assertThat(manifest.path("shares").valueStream().map(one -> one.path("organisation").asString()))
                    .containsExactly("BAR", "BEX");

            assertThat(service.post("/v1/withdrawals?organisation=BAR&dataset=ssda903&period=2023").path("files").asInt()).isEqualTo(1);
            await(service);
            assertThat(output(service, "PAN", "PAN_ssda903_header.csv").lines()).hasSize(1 + 3 + 5);
            assertThat(service.post("/v1/withdrawals?organisation=BAR&dataset=ssda903").path("tables").asInt()).isEqualTo(1);
            await(service);
            assertThat(everything(service, "PAN")).contains("MARKBEX").doesNotContain("MARKBAR");
            assertThat(everything(service, "SUFFICIENCY")).doesNotContain("MARKBAR", "MARKBEX", "MARKBAD");
            service.erase();
            Awaitility.await("erased").atMost(Duration.ofSeconds(90)).ignoreExceptions()
                    .untilAsserted(() -> assertThat(objectsThatHold("MARKBAR")).isEmpty());
            assertThat(objectsThatHold("MARKBEX")).isNotEmpty();
        }
    }

    @Test
    void aWithdrawnAgreementTakesTheDataBackAndANewOneBringsItAgain() throws IOException, InterruptedException {
        Path data = temporary.resolve("data");
        try (RunningService service = RunningService.on(data, organisations(SIGNED))) {
            service.handIn("BAR", "2023/header.csv", header("BAR", 5));
            service.handIn("BEX", "2023/header.csv", header("BEX", 5));
            await(service);
            assertThat(everything(service, "PAN")).contains("MARKBAR", "MARKBEX");
        }
        try (RunningService service = RunningService.on(data, organisations(SIGNED.replace("[BAR, BEX]", "[BAR]")))) {
            Awaitility.await("refreshed").atMost(Duration.ofSeconds(60)).untilAsserted(
                    () -> assertThat(everything(service, "PAN")).contains("MARKBAR").doesNotContain("MARKBEX"));
        }
        try (RunningService service = RunningService.on(data, organisations(SIGNED))) {
            Awaitility.await("refreshed").atMost(Duration.ofSeconds(60)).untilAsserted(
                    () -> assertThat(everything(service, "PAN")).contains("MARKBAR", "MARKBEX"));
        }
    }

    @Test
    void aPeriodThatIsOpenForAnotherOrganisationOnlyIsRefused() throws IOException, InterruptedException {
        String open = SIGNED + "open:\n  ssda903: {2023: [BEX]}\n";
        try (RunningService service = RunningService.on(temporary.resolve("data"), organisations(open))) {
            JsonNode closed = service.handIn("BAR", "2023/header.csv", header("BAR", 5));
            service.handIn("BAR", "2024/header.csv", header("BAR", 3));
            service.handIn("BEX", "2023/header.csv", header("BEX", 5));
            await(service);
            JsonNode delivery = service.json("/v1/deliveries/" + closed.path("id").asString());
            assertThat(delivery.path("state").asString()).isEqualTo("refused");
            assertThat(service.get(delivery.path("report").asString())).contains("period-not-open", "ssda903 2023");
            assertThat(output(service, "PAN", "PAN_ssda903_header.csv").lines()).hasSize(1 + 3 + 5);
        }
    }

    @Test
    void aCorrectedFileSupersedesItsPredecessorAndBothStayTraceable() throws IOException, InterruptedException {
        try (RunningService service = RunningService.on(temporary.resolve("data"), organisations(SIGNED))) {
            String first = service.handIn("BAR", "2023/header.csv", header("BAR", 5)).path("id").asString();
            await(service);
            String second = service.handIn("BAR", "2023/header-corrected.csv", header("BAR", 4)).path("id").asString();
            await(service);
            assertThat(output(service, "PAN", "PAN_ssda903_header.csv").lines()).hasSize(1 + 4);
            assertThat(service.json("/v1/deliveries/" + first).path("state").asString()).isEqualTo("superseded");
            assertThat(service.json("/v1/deliveries/" + first + "/report").path("summary").path("rows_kept").asInt()).isEqualTo(5);
            assertThat(service.json("/v1/deliveries/" + second).path("state").asString()).isEqualTo("checked");
            assertThat(service.handIn("BAR", "2023/header-corrected.csv", header("BAR", 4)).path("is_new").asBoolean())
                    .isFalse();
            assertThat(service.handIn("BAR", "2023/header.csv", header("BAR", 5)).path("is_new").asBoolean())
                    .as("the earlier bytes do not count any more, so they may come back").isTrue();
            await(service);
            assertThat(output(service, "PAN", "PAN_ssda903_header.csv").lines()).hasSize(1 + 5);
        }
    }

    @Test
    void aFileThatComesWhileAnEarlierOneIsPublishedMakesNothingFail() throws IOException, InterruptedException {
        try (RunningService service = RunningService.on(temporary.resolve("data"), organisations(SIGNED),
                settings -> settings.with(ServiceSettings.JOB_WORKERS, "8", "test"))) {
            service.change((transaction, _) -> {
                transaction.handle().execute("""
                        CREATE FUNCTION public.slowly() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN PERFORM pg_sleep(3); RETURN NEW; END $$
                        """);
                transaction.handle().execute("""
                        CREATE TRIGGER slowly BEFORE INSERT ON collect.publication_share FOR EACH ROW EXECUTE FUNCTION public.slowly()
                        """);
            });
            service.handIn("BAR", "2023/header.csv", header("BAR", 5));
            Awaitility.await("publishing").pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(90))
                    .until(() -> service.get("/v1/jobs?state=running").contains("publish-outputs"));
            service.handIn("BAR", "2024/header.csv", header("BAR", 3));
            await(service);
            assertThat(output(service, "PAN", "PAN_ssda903_header.csv").lines()).filteredOn(line -> line.endsWith(",2024")).hasSize(3);
            assertThat(service.json("/v1/jobs").path("jobs").valueStream()
                            .filter(job -> job.path("attempt").asInt() > 1 && job.path("kind").asString().matches("make-share|publish-outputs")))
                    .isEmpty();
        }
    }

    @Test
    void everyRowOfAnOutputLeadsBackToItsDeliveryResourceRowAndRules() throws IOException, InterruptedException {
        try (RunningService service = RunningService.on(temporary.resolve("data"), organisations(SIGNED))) {
            service.handIn("BEX", "2023/header.csv", header("BEX", 5));
            service.handIn("BAR", "2022/header.csv", header("BAR", 5));
            JsonNode latest = service.handIn("BAR", "2023/header.csv", header("BAR", 3));
            await(service);
            WeirProgram.Ended ended = WeirProgram.shipped().run(
                    "lineage", "PAN_ssda903_header", "CHILD=MARKBAR1_BAR", "--json", "--data", service.folder());
            assertThat(ended.exit()).as(ended.toString()).isZero();
            JsonNode found = Json.read(ended.out(), JsonNode.class);
            assertThat(found.path("rows").size()).isEqualTo(1);
            JsonNode row = found.path("rows").get(0);
            assertThat(row.path("delivery").asString()).isEqualTo(latest.path("id").asString());
            assertThat(row.path("resource").asString()).isEqualTo(latest.path("resource").asString());
            assertThat(row.path("file").asString()).isEqualTo("2023/header.csv");
            assertThat(row.path("row").asLong()).isEqualTo(3);
            assertThat(row.path("period").asString()).isEqualTo("2023");
            assertThat(found.path("rules").valueStream().map(rule -> rule.path("field").asString())).contains("CHILD", "DOB", "LA", "YEAR");
            assertThat(WeirProgram.shipped().run("lineage", "PAN_ssda903_header", "CHILD=none", "--data", service.folder()).exit()).isEqualTo(1);
            assertThat(WeirProgram.shipped().run("lineage", "PAN_ssda903_header", "CHID=none", "--data", service.folder()).exit()).isEqualTo(2);
        }
    }

    @Test
    void twoFilesOfOneTableAndPeriodInOneDeliveryAreBothLeftOut() throws IOException, InterruptedException {
        try (RunningService service = RunningService.on(temporary.resolve("data"), organisations(SIGNED))) {
            service.handIn("BAR", "2023/earlier.csv", header("BAR", 2));
            await(service);
            String id = service.handIn("BAR", "2023/header.csv", header("BAR", 5)).path("id").asString();
            await(service);
            service.handIn("BAR", "2023/header-2.csv&delivery=" + id, header("BAR", 4));
            await(service);
            JsonNode delivery = service.json("/v1/deliveries/" + id);
            assertThat(delivery.path("files").valueStream()
                            .map(file -> file.path("tables").get(0).path("state").asString()))
                    .containsExactly("repeated", "repeated");
            assertThat(service.get("/v1/deliveries/" + id + "/report?file=" + delivery.path("files").get(1).path("number").asInt()))
                    .contains("table-repeated", "2023/header.csv");
        }
    }

    private Organisations organisations(String yaml) throws IOException {
        Path file = temporary.resolve("organisations.yaml");
        Files.writeString(file, yaml, StandardCharsets.UTF_8);
        return Organisations.read(file);
    }

    private static String header(String organisation, int children) {
        StringBuilder text = new StringBuilder("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n");
        for (int child = 0; child < children; child++) {
            text.append("MARK").append(organisation).append(child).append(",1,01/02/2010,WBRI,")
                    .append("A112345670" + String.format(Locale.ROOT, "%03d", child)).append(",,\n");
        }
        return text.toString();
    }

    private static void await(RunningService service) {
        Awaitility.await("jobs done").atMost(Duration.ofSeconds(90)).until(() -> !service.isBusy());
    }

    private static String output(RunningService service, String useCase, String path) throws IOException, InterruptedException {
        return service.get("/v1/outputs/" + useCase + "/" + path);
    }

    /// Every text output of a use case.
    private static String everything(RunningService service, String useCase) throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder();
        for (JsonNode file : service.json("/v1/outputs/" + useCase).path("files")) {
            all.append(service.get(file.path("url").asString()));
        }
        return all.toString();
    }

    private static String errorReport(RunningService service, String organisation) throws IOException, InterruptedException {
        JsonNode delivery = service.json("/v1/deliveries?organisation=" + organisation).path("deliveries").get(0);
        return service.get(delivery.path("report").asString() + "&form=error-report");
    }

    /// The names of the kept objects in whose bytes a mark stands.
    private List<String> objectsThatHold(String mark) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(temporary.resolve("data/objects"))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                if (holds(file, mark)) {
                    names.add(temporary.relativize(file).toString());
                }
            }
        }
        return names;
    }

    /// What is erased meanwhile holds nothing any more.
    private static boolean holds(Path file, String mark) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(mark);
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
