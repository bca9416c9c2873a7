package weir.engine.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.engine.audit.Audit;
import weir.engine.audit.DisclosureLine;
import weir.engine.dataset.Disclosure.KAnonymity;
import weir.engine.dataset.Disclosure.Rare;
import weir.engine.dataset.Disclosure.SmallCounts;

import static org.assertj.core.api.Assertions.assertThat;

class DisclosureReaderTest {

    private static final String REPORT = """
            -- title: Totals
            -- use-case: TEST
            -- needs: small.people
            -- outputs: totals
            -- rule: One row for each sex.
            CREATE VIEW totals AS SELECT SEX, count(*) AS people FROM small_people GROUP BY SEX;
            """;

    @TempDir
    private Path folder;

    private SmallDataset small;

    @BeforeEach
    void make() {
        small = new SmallDataset(folder)
                .table("""
                        title: People
                        fields:
                          ID: {type: text}
                          SEX: {type: category, codes: sex}
                          HOME: {type: postcode}
                          EPISODES: {type: integer}
                        """)
                .write("reports/totals.sql", REPORT);
    }

    @Test
    void readsWhatATableAndAReportMustNotTell() {
        Dataset read = withControl("""
                k-anonymity: {fields: [SEX, LA], k: 5, rare: blank-fields, people: ID, clause: "2"}
                small-counts: {fields: EPISODES, k: 10, groups: LA, row-totals: true, clause: "1"}
                """)
                .read();

        UseCase useCase = read.useCases().getFirst();
        Disclosure disclosure = useCase.tables().getFirst().disclosure().orElseThrow();
        assertThat(disclosure.kAnonymity()).contains(new KAnonymity(
                List.of(new FieldName("SEX"), new FieldName("LA")), 5, Rare.BLANK_FIELDS, Optional.of(new FieldName("ID")), "2"));
        assertThat(disclosure.smallCounts()).contains(
                new SmallCounts(List.of(new FieldName("EPISODES")), 10, List.of(new FieldName("LA")), true, "1"));
        assertThat(useCase.disclosureOf("totals").flatMap(Disclosure::smallCounts).map(SmallCounts::k)).contains(3);
        assertThat(useCase.disclosureOf("others")).isEmpty();
    }

    @Test
    void isSaidByTheAudit() {
        Dataset read = withControl("""
                k-anonymity: {fields: [SEX, LA], k: 5, rare: remove-rows, clause: "2"}
                """)
                .read();

        assertThat(Audit.of(read, read.useCases()).controls()).containsExactly(
                new DisclosureLine(
                        new UseCaseName("TEST"), "people", false, List.of(new FieldName("SEX"), new FieldName("LA")), 5, "k-anonymity",
                        "a row is removed when fewer than 5 rows have the same values in SEX, LA", "2", "All else is not."),
                new DisclosureLine(
                        new UseCaseName("TEST"), "totals", true, List.of(new FieldName("people")), 3, "small-counts",
                        "a number from 1 to 2 in people is blanked; where a total would give it away, the next smallest among the"
                                + " rows is blanked too",
                        "1", "What is shared is shared."));
    }

    @Test
    void refusesFieldsThatAreNotInTheOutput() {
        assertThat(problems("k-anonymity: {fields: [SXE, HOME], k: 5, rare: remove-rows, people: CHILD, clause: \"2\"}"))
                .containsExactly(
                        "small/use-cases/TEST.yaml:18: The output of people has no field 'SXE': name one that leaves. Did you mean 'SEX'?",
                        "small/use-cases/TEST.yaml:18: 'HOME' is removed by this use case: name a field that leaves, or let it leave"
                                + " under 'fields'.",
                        "small/use-cases/TEST.yaml:18: The output of people has no field 'CHILD': name one that leaves.");
    }

    @Test
    void refusesANumberThatProtectsNothing() {
        assertThat(problems("k-anonymity: {fields: [SEX], k: 1, rare: remove-rows, clause: \"2\"}")).containsExactly(
                "small/use-cases/TEST.yaml:18: 'k' is the number that must be reached, 2 or more: with less, nothing would be"
                        + " protected.");
        assertThat(problems("small-counts: {fields: [EPISODES], clause: \"2\"}")).containsExactly(
                "small/use-cases/TEST.yaml:18: 'k' is missing: add the number that must be reached, 2 or more.");
    }

    @Test
    void refusesWhatIsMissingOrNotKnown() {
        assertThat(problems("k-anonymity: {k: 5, rare: hide, clause: \"7\"}")).containsExactly(
                "small/use-cases/TEST.yaml:18: 'fields' is missing: add the fields whose values must not be rare together.",
                "small/use-cases/TEST.yaml:18: 'rare' is remove-rows or blank-fields: say what becomes of rows that are too rare.",
                "small/use-cases/TEST.yaml:18: The agreement has no clause '7'.");
        assertThat(problems("{}")).containsExactly("small/use-cases/TEST.yaml:18: The control of disclosure demands nothing: add"
                + " 'k-anonymity' or 'small-counts', or remove it.");
    }

    @Test
    void refusesCountsThatAreNone() {
        assertThat(problems("small-counts: {fields: [SEX, LA, EPISODES], k: 5, groups: [EPISODES], clause: \"2\"}")).containsExactly(
                "small/use-cases/TEST.yaml:18: 'EPISODES' is a count and cannot make groups: take it out of 'groups' or of 'fields'.",
                "small/use-cases/TEST.yaml:18: 'SEX' holds no counts: name fields of whole numbers or decimals that leave as they are.",
                "small/use-cases/TEST.yaml:18: 'LA' holds no counts: name fields of whole numbers or decimals that leave as they are.");
    }

    @Test
    void refusesAFieldWithTwoParts() {
        assertThat(withControl("""
                k-anonymity: {fields: [SEX, EPISODES, SEX], k: 5, rare: remove-rows, people: SEX, clause: "2"}
                small-counts: {fields: EPISODES, k: 10, clause: "1"}
                """)
                        .problems())
                .containsExactly(
                        "small/use-cases/TEST.yaml:18: 'SEX' stands here twice: remove one of them.",
                        "small/use-cases/TEST.yaml:18: 'SEX' cannot be counted and be part of the combination: take it out of"
                                + " 'fields'.",
                        "small/use-cases/TEST.yaml:19: 'EPISODES' stands under 'k-anonymity', too: a count is no part of a"
                                + " combination, so name it in one of the two.");
    }

    @Test
    void refusesAReportThatThereIsNot() {
        small.write("reports/totals.sql", REPORT.replace("outputs: totals", "outputs: total"));
        assertThat(withControl("k-anonymity: {fields: [SEX], k: 5, rare: remove-rows, clause: \"2\"}\n").problems())
                .containsExactly("small/use-cases/TEST.yaml:20: No report of the dataset makes an output 'totals' for TEST: name one"
                        + " that a file in reports/ has under 'outputs'. Did you mean 'total'?");
    }

    private List<String> problems(String control) {
        return withControl(control).problems();
    }

    /// @param control what stands under `disclosure`
    private SmallDataset withControl(String control) {
        String table = """
                people:
                  clause: "1"
                  fields:
                    ID: {clause: "1"}
                    SEX: {clause: "1"}
                    EPISODES: {clause: "1"}
                  add:
                    LA: {enrich: organisation-name, clause: "1"}
                  disclosure:
                """;
        String reports = """
                reports:
                  totals:
                    small-counts: {fields: people, k: 3, clause: "1"}
                """;
        return small.useCase(table.indent(2) + control.indent(6) + reports);
    }
}
