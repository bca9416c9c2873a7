package weir.stream.registration;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.stream.csv.CsvRow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The published schemas, samples and list of schools give what was measured. Facts, sections 5.5, 6 and 7.
class PublishedRegistrationTest {

    private static final Pattern NAMED_VALUE = Pattern.compile("'([^']*)'");

    private final Path published =
            Path.of(System.getProperty("weir.root", "..")).resolve("../shared/reference/stream").normalize();

    @BeforeEach
    void skipWithoutThem() {
        assumeTrue(Files.isDirectory(published), "The published samples do not lie beside this repository.");
    }

    private Schema schema(String name) throws IOException {
        URL location = published.resolve("xsd").resolve(name).toUri().toURL();
        return new Schema(location);
    }

    private List<CsvRow> rows(String sample) throws IOException {
        return Rows.read(Files.readString(published.resolve("samples").resolve(sample)));
    }

    private static List<List<String>> errors(Schema schema, List<CsvRow> rows) {
        return rows.stream().map(row -> schema.errors(Rows.document(RegistrationForm.STUDENT, row))).toList();
    }

    @Test
    void everyRowOfACapitalIsValidByOurSchemaAndThatOfTheDataModel() throws IOException {
        List<CsvRow> rows = rows("act.csv");

        assertThat(rows).hasSize(880);
        assertThat(errors(Schema.registration(), rows)).allMatch(List::isEmpty);
        assertThat(errors(schema("SIF_Message3.4.xsd"), rows)).allMatch(List::isEmpty);
    }

    @Test
    void theDraftOfTheRegistrationLacksLanguages() throws IOException {
        List<List<String>> errors = errors(schema("NAPLANRegistrationDraft.xsd"), rows("act.csv"));

        assertThat(errors.stream().filter(row -> !row.isEmpty())).hasSize(130);
        Set<String> named = new TreeSet<>();
        errors.stream().flatMap(List::stream).forEach(error -> {
            Matcher value = NAMED_VALUE.matcher(error);
            if (value.find()) {
                named.add(value.group(1));
            }
        });
        assertThat(named).allMatch(value -> value.matches("[0-9]{4}"));
    }

    @ParameterizedTest
    @CsvSource({"1student.csv, 1, 0", "5students.csv, 5, 2", "20students.csv, 20, 5", "100students.csv, 100, 5"})
    void theSmallSamplesFailByTheirMainSchoolFlagAndSomeLackWhatIsMandatory(String sample, int count, int lacking)
            throws IOException {
        List<CsvRow> rows = rows(sample);
        MandatoryElements mandatory = new MandatoryElements(RegistrationForm.STUDENT);

        assertThat(rows).hasSize(count);
        assertThat(rows.stream().filter(row -> !mandatory.check(row).isEmpty())).hasSize(lacking);
        for (String schema : List.of("", "NAPLANRegistrationDraft.xsd")) {
            Schema held = schema.isEmpty() ? Schema.registration() : schema(schema);
            assertThat(errors(held, rows)).as(schema).allMatch(row -> !row.isEmpty());
        }
    }

    @Test
    void ourBaseRowIsValidByThePublishedSchemas() throws IOException {
        for (String name : List.of("NAPLANRegistrationDraft.xsd", "SIF_Message3.4.xsd")) {
            Schema schema = schema(name);
            assertThat(schema.errors(Rows.student().document())).as(name).isEmpty();
            assertThat(schema.errors(Rows.staff().document())).as(name).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Sex, 6", "FFPOS, 6", "BirthDate, 26072004", "CountryOfBirth, 110", "EducationSupport, No way!", "LBOTE, No way!",
        "HomeSchooledStudent, No way!", "Sensitive, No way!", "OfflineDelivery, No way!", "IndigenousStatus, 12", "StudentLOTE, 12",
        "Parent1LOTE, 12010", "Parent2LOTE, English", "YearLevel, 9a", "MainSchoolFlag, 1", "Parent1SchoolEducation, 01",
        "Parent2SchoolEducation, 5", "Parent1NonSchoolEducation, 05", "Parent2NonSchoolEducation, 1",
        "Parent1Occupation, machinist", "Parent2Occupation, 7", "FTE, 1.2"
    })
    void whatOurSchemaRefusesThePublishedOneRefuses(String column, String value) throws IOException {
        assertThat(schema("NAPLANRegistrationDraft.xsd").errors(Rows.student().with(column, value).document())).isNotEmpty();
    }

    @Test
    void fact31TheListOfSchoolsKnowsEachOfItsSchoolsOnce() throws IOException, SchoolListRefused {
        SchoolList schools = SchoolList.read(published.resolve("asl_schools.csv"));

        assertThat(schools.size()).isEqualTo(9_400);
        assertThat(schools.state("48096")).contains("QLD");
        assertThat(schools.contains("10000")).isFalse();
    }

    @Test
    void everyRowOfACapitalKeepsTheRulesOfTheYearItWasMadeFor() throws IOException, SchoolListRefused {
        SrmRules rules = new SrmRules(new SrmSettings(Year.of(2017),
                SchoolList.read(published.resolve("asl_schools.csv")), Optional.of("ACT")));
        UniqueIds unique = new UniqueIds(new SeenInMemory(10_000), UniqueIds.Reach.SCHOOL);
        List<SrmFinding> findings = new ArrayList<>();
        List<Object> duplicates = new ArrayList<>();
        for (CsvRow row : rows("act.csv")) {
            RegistrationObject student = Rows.object(Rows.document(RegistrationForm.STUDENT, row));
            findings.addAll(rules.ask(student));
            duplicates.addAll(unique.check(Rows.DOC, row.origin().orElseThrow().line(), student));
        }

        assertThat(findings.stream().filter(finding -> !finding.rule().equals("age-of-year-level")))
                .extracting(SrmFinding::column).hasSize(12).containsOnly("AddressLine1", "AddressLine2");
        assertThat(duplicates).isEmpty();
    }
}
