package weir.engine.dataset;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What is refused, and in which words.
class FaultySpecificationTest {

    @TempDir
    Path parent;

    private SmallDataset small;

    @BeforeEach
    void writeADatasetWithoutFaults() {
        small = new SmallDataset(parent);
    }

    @Test
    void findsNothingWrongWithTheSmallDataset() {
        assertThat(small.problems()).isEmpty();
    }

    @Test
    void reportsEveryProblemOfEveryFileAtOnce() {
        small.write("dataset.yaml", """
                        dataset: other
                        period: yaer
                        first: soon
                        sorce: guide
                        tables: [people, poeple]
                        """)
                .field("{type: numbr}");

        assertThat(small.problems()).contains(
                "small/dataset.yaml:4: 'sorce' is not a key of dataset.yaml. Did you mean 'source'?",
                "small/dataset.yaml:1: The dataset must have the name of its folder, 'small'.",
                "small/dataset.yaml:1: 'title' is missing: add it to this part of dataset.yaml.",
                "small/dataset.yaml:2: 'yaer' is not a period; known are none, year, month, term. Did you mean 'year'?",
                "small/dataset.yaml:1: A dataset has at least one source: add where its rules are published.",
                "small/dataset.yaml:1: 'source' is missing: add it to this part of dataset.yaml.",
                "small/dataset.yaml:3: 'first' must be a period like 2019.",
                "small/dataset.yaml:5: There is no tables/poeple.yaml: write it, or correct the name. Did you mean 'people'?")
                .anyMatch(problem -> problem.startsWith("small/tables/people.yaml:4: 'numbr' is not a type; known are text"));
    }

    @Test
    void refusesTablesOfATermThatThereIsNot() {
        small.write("dataset.yaml", """
                dataset: small
                title: By term
                period: term
                first: {autumn: 2015}
                source: guide
                sources: {guide: {title: A guide}}
                tables: {autumn: people, sumer: people, spring: people}
                """).write("tables/summer/people.yaml", "title: People\nfields:\n  ID: {type: text}\n");

        assertThat(small.problems()).containsExactlyInAnyOrder(
                "small/dataset.yaml:7: 'sumer' is not a term; known are spring, summer, autumn. Did you mean 'summer'?",
                "small/dataset.yaml:4: 'first' must be a period like 2019, alone or for each term.",
                "small/tables/summer/people.yaml: No list of tables names this file: add it to dataset.yaml or to a version.");
    }

    @Test
    void refusesAListOfTablesWithoutTerms() {
        small.write("dataset.yaml", """
                dataset: small
                title: By term
                period: term
                first: 2015
                source: guide
                sources: {guide: {title: A guide}}
                tables: [people]
                """);

        assertThat(small.problems()).contains("small/dataset.yaml:7: A dataset by term has the tables of each term under"
                + " its name, as in autumn: [pupils].");
    }

    @Test
    void refusesAVerticalTableThatDoesNotSayItsSheet() {
        small.table("title: People\nlayout: vertical\nsheet: A\nfields:\n  ID: {type: text}\n").useCase("  people: {clause: \"1\", fields: {ID: {clause: \"1\"}}}\n");

        assertThat(small.problems()).containsExactly("small/tables/people.yaml:1: 'file-name' is missing: a vertical table"
                + " says its sheet and what stands in the file's name.");
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        small.table("title: People\ntitle: Persons\nfields:\n  ID: {type: text}\n  ID: {type: age}\n");

        assertThat(small.problems()).contains(
                "small/tables/people.yaml:2: 'title' stands here twice, first in line 1: remove one of them.",
                "small/tables/people.yaml:5: 'ID' stands here twice, first in line 4: remove one of them.");
    }

    @Test
    void refusesTypesThatDoNotGoWithTheirKeys() {
        assertThat(small.field("{type: text, min: 3}").problems()).containsExactly(
                "small/tables/people.yaml:4: 'min' does not go with the type text: remove it or change the type.");
        assertThat(small.field("{type: integer, min: 3, max: 2}").problems()).containsExactly(
                "small/tables/people.yaml:4: 'min' is greater than 'max': swap them or correct one.");
        assertThat(small.field("{type: integer, min: three}").problems()).containsExactly(
                "small/tables/people.yaml:4: 'min' must be a number; found text.");
        assertThat(small.field("{type: text, required: yes}").problems()).containsExactly(
                "small/tables/people.yaml:4: 'required' must be true or false; found text.");
        assertThat(small.field("{type: text, title: 2019}").problems()).containsExactly(
                "small/tables/people.yaml:4: 'title' must be text; found a number: put it in quotes.");
    }

    @Test
    void refusesFormsOfDatesItDoesNotUnderstand() {
        assertThat(small.field("{type: date}").problems()).containsExactly(
                "small/tables/people.yaml:4: A field of this type needs a format, as in dd/MM/yyyy.");
        for (String form : new String[] {"dd/mm/yyyy", "%d/%m/%Y", "d/M/yy", "dd/MM/yyyy MMM", "HH:mm"}) {
            assertThat(small.field("{type: date, format: '" + form + "'}").problems()).containsExactly(
                    "small/tables/people.yaml:4: '" + form
                            + "' is not a form of this type: use dd, MM or MMM, yyyy, HH, mm and ss, as in dd/MM/yyyy.");
        }
        assertThat(small.field("{type: date, formats: [yyyy-MMM-dd, \"yyyy-MM-ddTHH:mm:ss\"]}").problems()).isEmpty();
        assertThat(small.field("{type: time, format: dd/MM/yyyy}").problems()).hasSize(1);
    }

    @Test
    void refusesPatternsThatCannotBeUsed() {
        assertThat(small.field("{type: pattern, pattern: '[a-', means: letters}").problems())
                .singleElement().asString().contains("is not a regular expression");
        assertThat(small.field("{type: pattern, pattern: '/a/q', means: letters}").problems())
                .singleElement().asString().contains("'q' is not a flag of a pattern");
        assertThat(small.field("{type: category, codes: [{code: a, patterns: ['Abc']}]}").problems())
                .singleElement().asString().contains("can never match");
        assertThat(small.field("{type: category, codes: [{code: a, patterns: ['b*']}]}").problems())
                .singleElement().asString().contains("matches anything");
        assertThat(small.field("{type: category, codes: [{code: a, patterns: ['/Abc/i', '\\D+\\p{L}']}]}").problems())
                .isEmpty();
    }

    @Test
    void refusesCodesThatCannotBeToldApart() {
        small.write("codes.yaml", "sex: {M: Male, F: [Female, male]}\n");
        assertThat(small.problems()).containsExactly(
                "small/codes.yaml:1: 'male' stands for two codes, M and F: remove it from one of them.");

        small.write("codes.yaml", "sex: [M, F, m]\n");
        assertThat(small.problems()).containsExactly(
                "small/codes.yaml:1: The code 'm' stands twice in this list: remove one of them.");
    }

    @Test
    void asksWhichListOfCodesWasMeant() {
        assertThat(small.field("{type: category, codes: sxe}").problems()).containsExactly(
                "small/tables/people.yaml:4: codes.yaml has no list 'sxe'. Did you mean 'sex'?");
    }

    @Test
    void refusesAnIdentityOfUnknownFields() {
        small.table("title: People\nidentity: {key: [IDD], latest: all}\nfields:\n  ID: {type: text}\n");

        assertThat(small.problems()).containsExactly(
                "small/tables/people.yaml:2: The identity of people names the field 'IDD', which the table does not have."
                        + " Did you mean 'ID'?",
                "small/tables/people.yaml:2: The identity of people names the field 'all', which the table does not have.");
    }

    @Test
    void refusesAHeaderThatNamesTwoFields() {
        assertThat(small.field("{type: text, also: [id]}").problems()).containsExactly(
                "small/tables/people.yaml:1: The header 'id' names two fields, ID and X: remove it from one of them.");
    }

    @Test
    void refusesChangesOfWhatDoesNotExist() {
        small.version("""
                  - {codes: sexx, add: [U], because: A.}
                  - {codes: sex, remove: [X], because: B.}
                  - {table: persons, remove-field: ID, because: C.}
                  - {table: people, remove-field: HOEM, because: D.}
                  - {remove-table: episodes, because: E.}
                  - {add-table: people, because: F.}
                  - {table: people, because: G.}
                  - {table: people, remove-field: BORN}
                  - {because: H.}
                """);

        assertThat(small.problems()).containsExactly(
                "small/versions/2019.yaml:3: codes.yaml has no list 'sexx'. Did you mean 'sex'?",
                "small/versions/2019.yaml:4: The list has no code 'X' in this version.",
                "small/versions/2019.yaml:5: There is no table 'persons' in this version.",
                "small/versions/2019.yaml:6: The table people has no field 'HOEM' in this version. Did you mean 'HOME'?",
                "small/versions/2019.yaml:7: There is no table 'episodes' in this version.",
                "small/versions/2019.yaml:8: The table 'people' is there already: change it with 'table'.",
                "small/versions/2019.yaml:9: This change changes nothing: give add-field, change-field, rename-field, remove-field, add-event.",
                "small/versions/2019.yaml:10: 'because' is missing: add it to this part of a change of a table.",
                "small/versions/2019.yaml:10: The identity of people names the field 'BORN', which the table does not have.",
                "small/versions/2019.yaml:11: A change names one of codes, table, add-table and remove-table.");
    }

    @Test
    void refusesVersionsOutOfOrderAndFilesThatNobodyNames() {
        small.write("versions/2016.yaml", "source: guide\n")
                .write("versions/2019-06.yaml", "source: guide\n")
                .write("versions/2020.yml", "source: guide\n")
                .write("tables/lost.yaml", "title: Lost\n");

        assertThat(small.problems()).containsExactlyInAnyOrder(
                "small/versions/2016.yaml: This version is out of order: the first version holds from 2017.",
                "small/versions/2019-06.yaml: The file must be named by the period it holds from, as in 2019.yaml.",
                "small/versions/2020.yml: A specification is made of files that end in .yaml: rename or move this one.",
                "small/tables/lost.yaml: No list of tables names this file: add it to dataset.yaml or to a version.");
    }

    @Test
    void refusesRulesWithoutAClauseOrForWhatIsUnknown() {
        small.useCase("""
                  peoples: {clause: "1", fields: {ID: {clause: "1"}}}
                  people:
                    clause: "3"
                    fields:
                      ID: {}
                      BRON: {clause: "1"}
                      HOME: {protect: first-of-month, clause: "1"}
                      SEX: {protect: postcode-secter, clause: 1}
                    add:
                      BORN: {enrich: year, clause: "1"}
                      LA: {clause: "1"}
                """);

        assertThat(small.problems()).containsExactlyInAnyOrder(
                "small/use-cases/TEST.yaml:9: The dataset has no table 'peoples'. Did you mean 'people'?",
                "small/use-cases/TEST.yaml:11: The agreement has no clause '3'.",
                "small/use-cases/TEST.yaml:13: 'clause' is missing: add it to this part of the rule of a field.",
                "small/use-cases/TEST.yaml:14: The table people has no field 'BRON' in any version. Did you mean 'BORN'?",
                "small/use-cases/TEST.yaml:15: 'first-of-month' cannot be done to HOME, a field of type postcode:"
                        + " choose another treatment.",
                "small/use-cases/TEST.yaml:16: 'postcode-secter' is not something 'protect' can do; known are first-of-month,"
                        + " first-of-year, postcode-sector, postcode-district, pseudonym, digest, remove-row-if-blank."
                        + " Did you mean 'postcode-sector'?",
                "small/use-cases/TEST.yaml:16: 'clause' must be text; found a number: put it in quotes.",
                "small/use-cases/TEST.yaml:18: The table people has a field 'BORN' of its own: name it under 'fields'.",
                "small/use-cases/TEST.yaml:19: 'LA' is added without a value: enrich it first, as in enrich: organisation-name.");
    }

    @Test
    void refusesAliasesAndDepthThatCouldGrowWithoutEnd() {
        small.write("codes.yaml", "a: &a [x, y]\nb: [*a, *a]\n");
        assertThat(small.problems())
                .contains("small/codes.yaml:1: Anchors (&) are not used here: write the value where it is needed.")
                .anyMatch(problem -> problem.startsWith("small/codes.yaml:2: Aliases (*) are not used here"));

        small.write("codes.yaml", "a: " + "[".repeat(50) + "]".repeat(50) + "\n");
        assertThat(small.problems()).contains("small/codes.yaml:1: Values lie more than 20 deep here: write them flatter.");

        small.write("codes.yaml", "# " + "x".repeat(5 << 20));
        assertThat(small.problems()).contains("small/codes.yaml: The file is over 4 MiB: split it.");
    }

    @Test
    void saysWhereAFileIsNotYaml() {
        small.write("codes.yaml", "a: [x\nb: y\n");
        assertThat(small.problems()).anyMatch(problem -> problem.startsWith("small/codes.yaml:2: This is not YAML: "));

        small.write("codes.yaml", "a: [x]\n---\nb: [y]\n");
        assertThat(small.problems())
                .contains("small/codes.yaml:3: A file holds one document: move the second into a file of its own.");
    }

    @Test
    void saysWhichFolderIsMissing() {
        assertThatThrownBy(() -> Datasets.in(parent.resolve("none")))
                .isInstanceOf(MissingDatasets.class)
                .hasMessageContaining("There is no folder of datasets at");
    }

    @Test
    void readsADatasetOnlyWhenItIsAskedFor() {
        small.write("../broken/dataset.yaml", "dataset: [\n");

        Datasets datasets = Datasets.in(parent);

        assertThat(datasets.ids()).extracting(DatasetId::value).containsExactly("broken", "small");
        assertThat(datasets.find(new DatasetId("small"))).isPresent();
        assertThat(datasets.find(new DatasetId("unknown"))).isEmpty();
        assertThatThrownBy(datasets::all).isInstanceOf(FaultySpecification.class);
    }
}
