package weir.engine.dataset;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import weir.engine.dataset.UseCase.FieldRule;
import weir.engine.dataset.UseCase.TableRule;

import static org.assertj.core.api.Assertions.assertThat;

/// What the shipped SSDA903 says, year by year.
class Ssda903Test {

    private static final Dataset SSDA903 = ShippedDatasets.read("ssda903");

    @Test
    void hasAVersionForEachYearThatChangedSomething() {
        assertThat(SSDA903.versions().stream().map(Specification::since))
                .containsExactly(year(2017), year(2019), year(2022), year(2024), year(2025), year(2026));
        assertThat(SSDA903.versions().stream().skip(1)).allSatisfy(version -> assertThat(version.reasons()).isNotEmpty());
    }

    @Test
    void hasNoRulesBefore2017AndTheLatestForYearsToCome() {
        assertThat(SSDA903.specification(year(2016))).isEmpty();
        assertThat(SSDA903.specification(year(2040))).contains(SSDA903.latest());
    }

    @Test
    void triesTheTablesInTheirPublishedOrder() {
        assertThat(tables(2017)).containsExactly("ad1", "episodes", "header", "missing", "oc2", "oc3",
                "placed_adoption", "prev_perm", "reviews", "uasc");
        assertThat(tables(2024)).endsWith("uasc", "social_worker").hasSize(11);
    }

    @Test
    void splitsSpecialGuardianshipIn2019() {
        assertThat(codes(2018, "episodes", "REC")).hasSize(20).contains("E43", "E44").doesNotContain("E45");
        assertThat(codes(2020, "episodes", "REC")).hasSize(22).contains("E45", "E46", "E47", "E48")
                .doesNotContain("E43", "E44");
        assertThat(codes(2019, "episodes", "REASON_PLACE_CHANGE")).contains("CUSTOD");
    }

    @Test
    void keepsTheFormerNumbersOfSexAsNamesInUascOnly() {
        assertThat(category(2024, "header", "SEX").codes()).extracting(Code::code).containsExactly("1", "2");
        assertThat(category(2025, "header", "SEX").codes()).extracting(Code::code).containsExactly("M", "F", "U");
        assertThat(category(2025, "header", "SEX").codes().getFirst().names()).containsExactly("Male");
        assertThat(category(2025, "uasc", "SEX").codes().getFirst().names()).containsExactly("Male", "1");
    }

    @Test
    void namesTheGuideThatBroughtTheRuleOfAField() {
        assertThat(field(2024, "uasc", "SEX").source()).isEqualTo("guide-2017");
        assertThat(field(2026, "uasc", "SEX").source()).isEqualTo("guide-2025");
        assertThat(field(2026, "uasc", "DUC").source()).isEqualTo("guide-2017");
        assertThat(field(2026, "social_worker", "SW_ID").source()).isEqualTo("guide-2024");
    }

    @Test
    void limitsTheScoreToFromNoughtToForty() {
        FieldType.Whole score = (FieldType.Whole) field(2017, "oc2", "SDQ_SCORE").type();

        assertThat(score.min()).hasValue(0);
        assertThat(score.max()).hasValue(40);
    }

    @Test
    void namesEachAdoptionDecisionByItsChildToo() {
        assertThat(table(2017, "placed_adoption").identity().key())
                .extracting(FieldName::value)
                .containsExactly("CHILD", "DATE_PLACED", "DATE_PLACED_CEASED");
        assertThat(table(2024, "social_worker").identity()).isEqualTo(Identity.ofWholeRow());
    }

    @Test
    void gives12YearsToPanAnd7ToSufficiency() {
        assertThat(useCase("PAN").retention().years()).isEqualTo(12);
        assertThat(useCase("SUFFICIENCY").retention().years()).isEqualTo(7);
    }

    @Test
    void keepsAdoptionAndSocialWorkersFromEveryUseCase() {
        for (UseCase useCase : SSDA903.useCases()) {
            assertThat(useCase.table(new TableName("ad1"))).isEmpty();
            assertThat(useCase.table(new TableName("placed_adoption"))).isEmpty();
            assertThat(useCase.table(new TableName("social_worker"))).isEmpty();
        }
        assertThat(useCase("SUFFICIENCY").table(new TableName("reviews"))).isEmpty();
    }

    @Test
    void keepsHealthChecksAndMothersFromSufficiency() {
        assertThat(fieldsOf("SUFFICIENCY", "header")).containsExactly("CHILD", "SEX", "DOB", "ETHNIC", "LA", "YEAR");
        assertThat(fieldsOf("SUFFICIENCY", "oc2")).contains("CONVICTED").doesNotContain(
                "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT");
    }

    @Test
    void reducesBirthDatesAndPostcodesWhereverTheyLeave() {
        for (UseCase useCase : SSDA903.useCases()) {
            for (TableRule table : useCase.tables()) {
                for (FieldRule rule : table.fields()) {
                    assertThat(rule.treatments()).isEqualTo(expectedTreatments(rule.field().value()));
                }
            }
        }
    }

    @Test
    void endsEpisodesWithWhatTheRepairAndTheDeliveryAdd() {
        assertThat(fieldsOf("PAN", "episodes")).hasSize(17).endsWith("URN", "YEAR_latest", "Episode_source", "LA", "YEAR");
    }

    private static List<Treatment> expectedTreatments(String field) {
        return switch (field) {
            case "CHILD" -> List.of(Treatment.Enrich.WHOLE_NUMBER, Treatment.Enrich.ORGANISATION_SUFFIX);
            case "DOB", "MC_DOB" -> List.of(Treatment.Protect.FIRST_OF_MONTH);
            case "HOME_POST", "PL_POST" -> List.of(Treatment.Protect.POSTCODE_SECTOR);
            case "LA" -> List.of(Treatment.Enrich.ORGANISATION_NAME);
            case "YEAR" -> List.of(Treatment.Enrich.YEAR);
            default -> List.of();
        };
    }

    private static List<String> fieldsOf(String useCase, String table) {
        Optional<TableRule> rule = useCase(useCase).table(new TableName(table));
        return rule.orElseThrow().fields().stream().map(field -> field.field().value()).toList();
    }

    private static UseCase useCase(String name) {
        return SSDA903.useCase(new UseCaseName(name)).orElseThrow();
    }

    private static List<String> tables(int year) {
        return SSDA903.specification(year(year)).orElseThrow().tables().stream()
                .map(table -> table.name().value())
                .toList();
    }

    private static List<String> codes(int year, String table, String field) {
        return category(year, table, field).codes().stream().map(Code::code).toList();
    }

    private static FieldType.Category category(int year, String table, String field) {
        return (FieldType.Category) field(year, table, field).type();
    }

    private static Field field(int year, String table, String field) {
        return table(year, table).field(new FieldName(field)).orElseThrow();
    }

    private static Table table(int year, String table) {
        return SSDA903.specification(year(year)).orElseThrow().table(new TableName(table)).orElseThrow();
    }

    private static Period year(int year) {
        return Period.ofYear(year);
    }
}
