package weir.app.collect;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import weir.app.WeirProgram;
import weir.app.serve.RunningService;
import weir.app.settings.ServiceSettings;
import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Datasets;
import weir.engine.dataset.Field;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Period;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;
import weir.engine.organisation.Organisations;

import static org.assertj.core.api.Assertions.assertThat;

/// Returns and reference data through the whole of a service, to reports that part their files by authority.
final class AcrossBordersTest {

    private static final Period SPRING = Period.ofTerm(2025, Period.Term.SPRING);

    @TempDir
    private Path temporary;

    @Test
    void eachAuthorityIsToldOfItsChildrenInAFileOfItsOwn() throws IOException, InterruptedException {
        try (RunningService service = RunningService.on(temporary.resolve("data"), organisations(),
                standard -> standard.with(ServiceSettings.PSEUDONYM_KEY, "1:" + "0123456789abcdef".repeat(4), "test"))) {
            service.handIn("BAR", "gias_2025.csv", sheet(table("gias", "establishment", Period.ofYear(2025)),
                    Map.of("URN", "1", "LACode", "303", "LAName", "Bexley", "GSSLACode", "E09000004")));
            service.handIn("BAR", "ons_postcode_2025.csv", sheet(table("ons_postcode", "sector", Period.ofYear(2025)),
                    Map.of("PostcodeSector", "DA6 7", "ONSAreaCode", "E09000004")));
            service.handIn("BAR", "2025_spring_la/pupilonroll.csv", sheet(table("school_census", "pupilonroll", SPRING),
                    Map.of("pupilonrolltableid", "7", "NativeId", "3021001", "upn", "A123456789012")));
            service.handIn("BAR", "2025_spring_la/addresses.csv", sheet(table("school_census", "addresses", SPRING),
                    Map.of("pupilonrolltableid", "7", "NativeId", "3021001", "postcode", "DA6 7AB")));
            await(service);

            Awaitility.await("reported").atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                            service.json("/v1/outputs/CROSS").path("files").valueStream().map(file -> file.path("path").asString()))
                    .contains("CROSS_school_census_303_children.csv"));
            assertThat(service.get("/v1/outputs/CROSS/CROSS_school_census_303_children.csv").lines()).hasSize(2)
                    .last().asString().startsWith("303,Bexley,7,3021001,").contains(",DA6 7,").doesNotContain("A123456789012", "DA6 7AB");
        }
    }

    @Test
    void aReturnIsTakenForItsSenderAndItsOwnDates() throws IOException, InterruptedException {
        try (RunningService service = RunningService.on(temporary.resolve("data"), organisations())) {
            service.handIn("BAR", "costs.csv", sheet(table("s251", "internal_residential_costs", Period.ofMonth(2023, 3)),
                    Map.of("Start date", "01/01/2020", "End date", "31/12/2022")));
            await(service);
            assertThat(latest(service).path("files").get(0).path("tables").get(0).path("period").asString()).isEqualTo("2022-12");

            service.handIn("BAR", "workforce_2022.xml", """
                    <Message><Header><CollectionDetails><Collection>CSWW</Collection><Year>2022</Year></CollectionDetails>
                    <Source><LEA>303</LEA></Source></Header>
                    <LALevelVacancies><NumberOfVacancies>1.00</NumberOfVacancies><NoAgencyFTE>1.00</NoAgencyFTE>
                    <NoAgencyHeadcount>1</NoAgencyHeadcount></LALevelVacancies></Message>
                    """);
            await(service);
            JsonNode file = latest(service).path("files").get(0);
            assertThat(file.path("state").asString()).isEqualTo("checked");
            assertThat(service.get(latest(service).path("report").asString())).contains("organisation-contradicted", "302, that of Barnet");
        }
    }

    private static Organisations organisations() {
        return Organisations.read(WeirProgram.root().resolve("datasets/organisations.yaml"));
    }

    private static JsonNode latest(RunningService service) throws IOException, InterruptedException {
        return service.json("/v1/deliveries?organisation=BAR").path("deliveries").get(0);
    }

    private static Table table(String dataset, String table, Period period) {
        return Datasets.in(WeirProgram.root().resolve("datasets")).find(new DatasetId(dataset)).orElseThrow()
                .specification(period).orElseThrow()
                .table(new TableName(table)).orElseThrow();
    }

    /// A header and one row: what is said, and something fitting where a cell must not be blank.
    private static String sheet(Table table, Map<String, String> said) {
        return table.fields().stream().map(field -> field.name().value()).collect(Collectors.joining(",")) + "\n"
                + table.fields().stream()
                        .map(field -> said.getOrDefault(field.name().value(), field.isRequired() ? fitting(field) : ""))
                        .collect(Collectors.joining(","))
                + "\n";
    }

    private static String fitting(Field field) {
        return switch (field.type()) {
            case FieldType.Category category -> category.codes().getFirst().code();
            case FieldType.Date _ -> "2010-Jan-02 00:00:00";
            case FieldType.Whole _, FieldType.Decimal _ -> "1";
            default -> "x";
        };
    }

    private static void await(RunningService service) {
        Awaitility.await("jobs done").atMost(Duration.ofSeconds(90)).until(() -> !service.isBusy());
    }
}
