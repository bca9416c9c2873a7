package weir.app.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import weir.app.WeirProgram;
import weir.app.serve.RunningService;
import weir.app.settings.ServiceSettings;
import weir.collect.returns.CheckReturns;
import weir.engine.organisation.Organisations;
import weir.platform.job.JobOrder;
import weir.platform.journal.Actor;

import static org.assertj.core.api.Assertions.assertThat;

/// The rules of a dataset in the service: those of one record with the file, those across records with the return.
@Order(3)
final class ReturnsTest {

    private static final String HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
    private static final String EPISODES =
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";

    /// Born a day after the first episode begins: rule 302.
    private static final String UNBORN = HEADER + "MARK1,1,02/06/2022,WBRI,A999000011042,,\n";
    private static final String BORN = HEADER + "MARK1,1,01/06/2022,WBRI,A999000011042,,\n";

    @TempDir
    private Path temporary;

    @Test
    void aReturnIsLookedAtWholeWhenItsFilesAreThereAndAgainWhenOneIsCorrectedOrWithdrawn()
            throws IOException, InterruptedException {
        try (RunningService service = RunningService.on(temporary.resolve("data"))) {
            service.handIn("BAD", "2023/header.csv", UNBORN);
            JsonNode episodes = service.handIn("BAD", "2023/episodes.csv",
                    EPISODES + "MARK1,01/06/2022,S,E1,N1,U1,PR1,01/09/2022,,,AB1 2CD,AB1 2CD,SC123456\n");
            await(service);
            assertThat(service.get("/v1/deliveries/" + episodes.path("id").asString() + "/report"))
                    .as("a rule of one record stands in the report of the file").contains("ssda903-148");

            JsonNode found = theReturn(service);
            assertThat(found.path("period").asString()).isEqualTo("2023");
            assertThat(found.path("errors").asInt()).isPositive();
            assertThat(found.path("rules_asked").asInt()).isPositive();
            assertThat(found.path("rules_not_asked").asInt()).isPositive();
            assertThat(found.path("missing_tables").valueStream().map(JsonNode::asString)).contains("header_last", "reviews");
            String report = service.get(found.path("report").asString());
            assertThat(report).contains("ssda903-302", "2023/episodes.csv").doesNotContain("MARK1");
            for (String form : List.of("csv", "error-report", "html", "text")) {
                assertThat(service.get(found.path("report").asString() + "&form=" + form)).contains("302").doesNotContain("MARK1");
            }

            service.handIn("BAD", "2023/header-2.csv", BORN);
            await(service);
            assertThat(service.get(theReturn(service).path("report").asString())).doesNotContain("ssda903-302");

            service.handIn("BAD", "2024/header.csv", BORN);
            await(service);
            assertThat(returns(service)).hasSize(2);
            assertThat(theReturn(service).path("missing_tables").valueStream().map(JsonNode::asString))
                    .as("2024 reads the header of 2023").doesNotContain("header_last").contains("episodes");

            service.post("/v1/withdrawals?organisation=BAD&dataset=ssda903");
            await(service);
            assertThat(returns(service)).isEmpty();
            Awaitility.await("reports erased").atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(reports()).isEmpty());
            assertThat(service.json(found.path("report").asString()).path("status").asInt()).isEqualTo(404);
        }
    }

    @Test
    void isLookedAtByManyAtTheSameMomentAndNoneFails() throws IOException, InterruptedException {
        try (RunningService service = RunningService.on(
                temporary.resolve("data"), Organisations.read(WeirProgram.root().resolve("datasets/organisations.yaml")),
                settings -> settings.with(ServiceSettings.JOB_WORKERS, "8", "test"))) {
            service.handIn("BAD", "2023/header.csv", BORN);
            await(service);
            long version = service.json("/v1/jobs?state=done").path("jobs").valueStream()
                    .filter(job -> job.path("kind").asString().equals(CheckReturns.KIND.name()))
                    .mapToLong(job -> Long.parseLong(job.path("key").asString().split("/", -1)[2]))
                    .max().orElseThrow();
            service.change((transaction, jobs) -> {
                transaction.handle().execute("DELETE FROM collect.return_check");
                // So slow that those who look at the same moment keep what they found at the same moment, too.
                transaction.handle().execute("""
                        CREATE FUNCTION public.slowly() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN PERFORM pg_sleep(0.5); RETURN NEW; END $$
                        """);
                transaction.handle().execute("""
                        CREATE TRIGGER slowly BEFORE INSERT ON collect.return_check FOR EACH ROW EXECUTE FUNCTION public.slowly()
                        """);
                for (int i = 0; i < 8; i++) {
                    jobs.submit(transaction, JobOrder.of(
                            CheckReturns.KIND, "at-once-" + i, new CheckReturns.Argument("BAD", "ssda903", version), Actor.process("test")));
                }
            });
            await(service);
            assertThat(returns(service)).hasSize(1);
            assertThat(service.json("/v1/jobs").path("jobs").valueStream()
                            .filter(job -> job.path("key").asString().startsWith("at-once-"))
                            .map(job -> job.path("state").asString() + " " + job.path("attempt").asInt()))
                    .hasSize(8).containsOnly("done 1");
        }
    }

    private static void await(RunningService service) {
        Awaitility.await("jobs done").atMost(Duration.ofSeconds(90)).until(() -> !service.isBusy());
    }

    private static List<JsonNode> returns(RunningService service) throws IOException, InterruptedException {
        return service.json("/v1/returns?organisation=BAD").path("returns").valueStream().toList();
    }

    /// The newest.
    private static JsonNode theReturn(RunningService service) throws IOException, InterruptedException {
        return returns(service).getFirst();
    }

    private List<Path> reports() throws IOException {
        Path folder = temporary.resolve("data/objects/reports/returns");
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
