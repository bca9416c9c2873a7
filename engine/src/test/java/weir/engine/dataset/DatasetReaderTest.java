package weir.engine.dataset;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// How the language is read when it is right: forms of codes, changes of versions, rules of use cases.
class DatasetReaderTest {

    @TempDir
    Path parent;

    private SmallDataset small;

    @BeforeEach
    void writeADatasetWithoutFaults() {
        small = new SmallDataset(parent);
    }

    @Test
    void readsNoAndYesAsTheTextTheyAre() {
        small.field("{type: category, codes: [YES, NO, off]}");

        assertThat(codesOf(small.read().latest(), "X")).containsExactly("YES", "NO", "off");
    }

    @Test
    void readsCodesWithNamesPatternsAndMeanings() {
        small.field("{type: category, codes: [{code: a, names: [A one, one], patterns: ['/a.*/i', 'one\\s']},"
                + " {code: b, meaning: the second}, 3]}");

        List<Code> codes = ((FieldType.Category) field(small.read().latest(), "X").type()).codes();

        assertThat(codes).extracting(Code::code).containsExactly("a", "b", "3");
        assertThat(codes).extracting(Code::meaning).containsExactly("A one", "the second", "");
        assertThat(codes.getFirst().names()).containsExactly("A one", "one");
        assertThat(codes.getFirst().patterns().getFirst().matcher("ABC").lookingAt()).isTrue();
    }

    @Test
    void changesEveryFieldOfANamedListFromAVersionOn() {
        small.version("  - {codes: sex, remove: [M], add: [U], after: F, because: It changed.}\n");

        Dataset dataset = small.read();

        assertThat(codesOf(dataset.versions().getFirst(), "SEX")).containsExactly("M", "F");
        assertThat(codesOf(dataset.latest(), "SEX")).containsExactly("F", "U");
        assertThat(dataset.latest().reasons()).containsExactly("It changed.");
    }

    @Test
    void keepsARenamedFieldInItsPlaceAndInTheIdentity() {
        small.version("  - {table: people, rename-field: {ID: KEY}, remove-field: HOME, because: It changed.}\n");

        Table table = small.read().latest().tables().getFirst();

        assertThat(table.fields()).extracting(field -> field.name().value()).containsExactly("KEY", "BORN", "SEX");
        assertThat(table.identity().key()).containsExactly(new FieldName("KEY"));
    }

    @Test
    void addsFieldsBehindANamedOneAndChangesOthersWhole() {
        small.version("""
                  - table: people
                    add-field: {A: {type: integer}, B: {type: boolean}}
                    after: ID
                    change-field: {HOME: {type: text, max-length: 9}}
                    because: It changed.
                """);

        Table table = small.read().latest().tables().getFirst();

        assertThat(table.fields()).extracting(field -> field.name().value())
                .containsExactly("ID", "A", "B", "BORN", "SEX", "HOME");
        assertThat(table.fields().getLast().type().word()).isEqualTo("text");
    }

    @Test
    void addsTablesBehindTheOthersAndRemovesThem() {
        small.write("tables/more.yaml", "title: More\nfields:\n  A: {type: text}\n")
                .version("  - {add-table: more, because: One more.}\n")
                .write("versions/2020.yaml",
                        "source: guide\nchanges:\n  - {remove-table: people, because: One less.}\n");

        List<Specification> versions = small.read().versions();

        assertThat(versions.get(1).tables()).extracting(table -> table.name().value()).containsExactly("people", "more");
        assertThat(versions.get(2).tables()).extracting(table -> table.name().value()).containsExactly("more");
    }

    @Test
    void ordersVersionsByMonthNotByName() {
        small.write("dataset.yaml", """
                        dataset: small
                        title: By month
                        period: month
                        first: 2019-06
                        source: guide
                        sources: {guide: {title: A guide}}
                        tables: people
                        """)
                .write("versions/2020-12.yaml",
                        "source: guide\nchanges:\n  - {codes: sex, add: [U], because: It changed.}\n")
                .write("versions/2021-03.yaml",
                        "source: guide\nchanges:\n  - {codes: sex, remove: [U], because: It changed back.}\n");

        Dataset dataset = small.read();

        assertThat(dataset.versions()).extracting(Specification::since)
                .containsExactly(Period.ofMonth(2019, 6), Period.ofMonth(2020, 12), Period.ofMonth(2021, 3));
        assertThat(dataset.specification(Period.ofMonth(2021, 1)).orElseThrow().since())
                .isEqualTo(Period.ofMonth(2020, 12));
    }

    @Test
    void keepsTablesAndVersionsPerTerm() {
        small.write("dataset.yaml", """
                        dataset: small
                        title: By term
                        period: term
                        first: {autumn: 2015, spring: 2016}
                        source: guide
                        sources: {guide: {title: A guide}}
                        tables: {autumn: [people], spring: [people]}
                        """)
                .write("tables/spring/people.yaml", "title: People in spring\nfields:\n  ID: {type: text}\n")
                .write("versions/2016-autumn.yaml",
                        "source: guide\nchanges:\n  - {codes: sex, add: [U], because: It changed.}\n")
                .write("versions/2018-spring.yaml",
                        "source: guide\nchanges:\n  - {table: people, add-field: {A: {type: text}}, because: New.}\n");

        Dataset dataset = small.read();

        assertThat(dataset.versions()).extracting(version -> version.since().toString())
                .containsExactly("2015-autumn", "2016-spring", "2016-autumn", "2018-spring");
        assertThat(dataset.chains()).hasSize(2);
        assertThat(codesOf(specification(dataset, "2017-autumn"), "SEX")).containsExactly("M", "F", "U");
        assertThat(specification(dataset, "2017-spring").tables().getFirst().fields()).hasSize(1);
        assertThat(specification(dataset, "2020-spring").tables().getFirst().fields()).hasSize(2);
        assertThat(specification(dataset, "2020-autumn").tables().getFirst().fields()).hasSize(4);
        assertThat(dataset.specification(Period.ofTerm(2015, Period.Term.SPRING))).isEmpty();
        assertThat(dataset.specification(Period.ofTerm(2020, Period.Term.SUMMER))).isEmpty();
        assertThat(dataset.specification(Period.ofYear(2020))).isEmpty();
    }

    @Test
    void readsAPartTheSheetsAndAVerticalTable() {
        small.write("dataset.yaml", """
                        dataset: small
                        title: Forms
                        period: month
                        first: 2015-01
                        part: {is: identifier, required: true}
                        source: guide
                        sources: {guide: {title: A guide}}
                        sheets: [Form A, Notes]
                        tables: people
                        """)
                .table("""
                        title: People
                        layout: vertical
                        sheet: Form A
                        file-name: a_1
                        fields: {ID: {type: text}, BORN: {type: date, format: dd/MM/yyyy}, SEX: {type: category, codes: sex}}
                        """);

        Dataset dataset = small.read();

        assertThat(dataset.part()).isEqualTo(new Part(Part.Kind.IDENTIFIER, true));
        assertThat(dataset.sheets()).containsExactly("Form A", "Notes");
        assertThat(dataset.latest().tables().getFirst().layout()).isEqualTo(new Layout.Vertical("Form A", "a_1"));
    }

    @Test
    void readsADatasetWithoutPeriodsWithNoFirst() {
        small.write("dataset.yaml", """
                dataset: small
                title: Without periods
                period: none
                source: guide
                sources: {guide: {title: A guide}}
                tables: people
                """);

        assertThat(small.read().specification(Period.ofYear(2030))).isPresent();
    }

    @Test
    void takesAWholeRowPerPeriodAsTheIdentityWhereNoneIsGiven() {
        assertThat(small.field("{type: age, min: 0}").read().latest().tables().getFirst().identity())
                .isEqualTo(Identity.ofWholeRow());
    }

    @Test
    void enrichesBeforeItProtectsHoweverTheRuleIsWritten() {
        small.useCase("""
                  people:
                    clause: "1"
                    fields:
                      ID: {protect: pseudonym, enrich: [whole-number, organisation-suffix], clause: "1"}
                    add:
                      LA: {enrich: organisation-name, clause: "1"}
                """);

        List<UseCase.FieldRule> rules = small.read().useCases().getFirst().tables().getFirst().fields();

        assertThat(rules.getFirst().treatments()).containsExactly(
                Treatment.Enrich.WHOLE_NUMBER, Treatment.Enrich.ORGANISATION_SUFFIX, Treatment.Protect.PSEUDONYM);
        assertThat(rules.getLast().isAdded()).isTrue();
    }

    @Test
    void knowsTheSourceOfEachFieldByTheVersionThatBroughtIt() {
        small.write("dataset.yaml", """
                        dataset: small
                        title: Two sources
                        period: year
                        first: 2017
                        source: old
                        sources: {old: {title: Old}, new: {title: New, address: "https://example.org/new"}}
                        tables: people
                        """)
                .write("versions/2019.yaml",
                        "source: new\nchanges:\n  - {table: people, add-field: {A: {type: text}}, because: New.}\n");

        Specification latest = small.read().latest();

        assertThat(field(latest, "ID").source()).isEqualTo("old");
        assertThat(field(latest, "A").source()).isEqualTo("new");
    }

    private static Specification specification(Dataset dataset, String period) {
        return dataset.specification(Period.parse(period).orElseThrow()).orElseThrow();
    }

    private static List<String> codesOf(Specification version, String field) {
        return ((FieldType.Category) field(version, field).type()).codes().stream().map(Code::code).toList();
    }

    private static Field field(Specification version, String name) {
        return version.tables().getFirst().field(new FieldName(name)).orElseThrow();
    }
}
