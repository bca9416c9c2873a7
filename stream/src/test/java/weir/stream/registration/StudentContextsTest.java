package weir.stream.registration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.stream.csv.CsvRow;
import weir.stream.error.StreamError;
import weir.stream.message.CsvOrigin;
import weir.stream.sif.SifLimits;
import weir.stream.sif.SifSchema;
import weir.stream.sif.SifSplitter;
import weir.stream.sif.SplitDocument;

import static org.assertj.core.api.Assertions.assertThat;

/// The contexts in which the registration of a student was always tried: one cell is changed, and one finding comes.
/// Facts, section 7.1; facts 28 to 31.
class StudentContextsTest {

    private static final Schema OURS = Schema.registration();
    private static final SchoolList SCHOOLS = new SchoolList(Map.of("48096", "QLD", "47089", "QLD", "40987", "NSW"));
    private static final SrmRules RULES = new SrmRules(new SrmSettings(Year.of(2017), SCHOOLS));

    private static List<String> found(RegistrationObject object) {
        return RULES.ask(object).stream().map(SrmFinding::text).toList();
    }

    @Test
    void theBaseRowHasNoFinding() {
        assertThat(OURS.errors(Rows.student().document())).isEmpty();
        assertThat(found(Rows.student().object())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Sex, 6, Sex", "FFPOS, 6, FFPOS", "BirthDate, 26072004, BirthDate", "CountryOfBirth, 110, CountryOfBirth",
        "EducationSupport, No way!, EducationSupport", "LBOTE, No way!, LBOTE",
        "HomeSchooledStudent, No way!, HomeSchooledStudent", "Sensitive, No way!, Sensitive",
        "OfflineDelivery, No way!, OfflineDelivery", "IndigenousStatus, 12, IndigenousStatus", "StudentLOTE, 12, Code",
        "Parent1LOTE, 12010, Parent1Language", "Parent2LOTE, English, Parent2Language", "YearLevel, 9a, Code",
        "MainSchoolFlag, 1, MembershipType", "Parent1SchoolEducation, 01, Parent1SchoolEducationLevel",
        "Parent2SchoolEducation, 5, Parent2SchoolEducationLevel", "Parent1NonSchoolEducation, 05, Parent1NonSchoolEducation",
        "Parent2NonSchoolEducation, 1, Parent2NonSchoolEducation", "Parent1Occupation, machinist, Parent1EmploymentType",
        "Parent2Occupation, 7, Parent2EmploymentType", "FTE, 1.2, FTE"
    })
    void fact28TheSchemaRefusesTheValueOfOneElement(String column, String value, String element) {
        List<String> errors = OURS.errors(Rows.student().with(column, value).document());

        assertThat(errors).isNotEmpty().allMatch(error -> error.contains("'" + value + "'"));
        assertThat(errors).anyMatch(error -> error.contains("'" + element + "'"));
    }

    @ParameterizedTest
    @CsvSource({
        "Sex, 6, is not a valid value", "CountryOfBirth, 110, is not a valid value", "BirthDate, 26072004, is not a valid value",
        "Parent2LOTE, English, is not a valid value", "FTE, 1.2, is greater than the maximum value allowed"
    })
    void fact28TheErrorSaysItInTheWordsThatClientsSearchFor(String column, String value, String words) throws IOException {
        CsvRow row = Rows.student().with(column, value).row();
        String document = Rows.document(RegistrationForm.STUDENT, row);

        SplitDocument split = new SifSplitter(SifSchema.registration(), SifLimits.DEFAULT)
                .split(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), _ -> { });

        assertThat(split.errors(1, row.origin())).hasSize(1).first().satisfies(error -> {
            assertThat(error.asText()).startsWith("0:1:1 XSD Validation Error\nCSV line 1: ")
                    .contains("'" + value + "' " + words);
            assertThat(error.line()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "TestLevel | 8 | Error: '8' is not a valid value for TestLevel: expect 3, 5, 7, 9",
        "Postcode | 800 | Error: '800' is not a valid value for Postcode: expect four digits",
        "StateTerritory | Queensland | Error: 'Queensland' is not a valid value for State/Province: expect standard abbreviation",
        "YearLevel | 9 | Warning: Date of Birth '2004-07-26 is inconsistent with Year Level 9",
        "LocalId | aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd | Error: LocalId 'aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd' is too long",
        "YearLevel | UG | Warning: School Year level is Ungraded",
        "YearLevel | UGPri | Warning: School Year level is Ungraded",
        "TestLevel | 9 | Error: School Year level '7' does not match Test Level '9'",
        "YearLevel | 8 | Error: School Year level '8' is not appropriate for NAPLAN",
        "ASLSchoolId | 10000 | Error: ASLSchoolId '10000' is not recognised",
        "VisaCode | 1010 | Error: VisaCode '1010' is too long",
        "VisaCode | 1010 | Error: VisaCode '1010' is wrong format",
        "OtherId | 1234567890123456 | Error: OtherId '1234567890123456' is too long",
        "JurisdictionId | 1234567890123456 | Error: StateProvinceId '1234567890123456' is too long",
        "HomeGroup | 12345678901 | Error: Homegroup '12345678901' is too long"
    })
    void facts29To31ARuleOfTheRegistrationFindsTheValue(String column, String value, String text) {
        Rows row = Rows.student().with(column, value);

        assertThat(OURS.errors(row.document())).isEmpty();
        assertThat(found(row.object())).contains(text);
    }

    @Test
    void anUngradedStudentIsJudgedByTheTestLevel() {
        assertThat(found(Rows.student().with("YearLevel", "UG").with("BirthDate", "2012-07-26").object())).containsExactly(
                "Warning: School Year level is Ungraded", "Warning: Date of Birth '2012-07-26 is inconsistent with Test Level 7");
    }

    @Test
    void whatIsNotMandatoryIsNotJudgedWhenItIsMissing() {
        Rows row = Rows.student().with("VisaCode", "").with("Postcode", "").with("StateTerritory", "").with("OtherId", "");

        assertThat(OURS.errors(row.document())).isEmpty();
        assertThat(found(row.object())).isEmpty();
    }

    @Test
    void aLongLocalIdSaysNothingOfTheOtherId() {
        assertThat(RULES.ask(Rows.student().with("LocalId", "1234567890123456").object())).extracting(SrmFinding::column)
                .containsExactly("LocalId");
    }

    @Test
    void theYearOfTheTestDecidesTheAges() {
        Rows row = Rows.student();

        assertThat(ask(2016, row)).isEmpty();
        assertThat(ask(2017, row)).isEmpty();
        assertThat(ask(2018, row)).containsExactly("Warning: Date of Birth '2004-07-26 is inconsistent with Year Level 7");
        assertThat(ask(2019, Rows.student().with("YearLevel", "3").with("TestLevel", "3").with("BirthDate", "2010-08-11"))).isEmpty();
    }

    @Test
    void theDaysAtTheEdgesOfAYearLevelBelongToIt() {
        Stream.of("2004-01-01", "2005-07-31").forEach(day ->
                assertThat(ask(2017, Rows.student().with("BirthDate", day))).as(day).isEmpty());
        Stream.of("2003-12-31", "2005-08-01").forEach(day ->
                assertThat(ask(2017, Rows.student().with("BirthDate", day))).as(day).hasSize(1));
    }

    private static List<String> ask(int year, Rows row) {
        return new SrmRules(new SrmSettings(Year.of(year), SCHOOLS)).ask(row.object()).stream().map(SrmFinding::text).toList();
    }

    @Test
    void aStateThatRegistersKnowsItsOwnSchoolsOnly() {
        SrmRules queensland = new SrmRules(new SrmSettings(Year.of(2017), SCHOOLS, Optional.of("QLD")));

        assertThat(queensland.ask(Rows.student().object())).isEmpty();
        assertThat(queensland.ask(Rows.student().with("ASLSchoolId", "40987").object())).extracting(SrmFinding::text)
                .containsExactly("Error: ASLSchoolId '40987' is not recognised for this state");
    }

    @Test
    void staffAreJudgedByTheirOwnRules() {
        assertThat(found(Rows.staff().object())).isEmpty();
        assertThat(found(Rows.staff().with("EmailAddress", "tseefeldtexample.com").object()))
                .containsExactly("Error: Email Address tseefeldtexample.com is malformed");
        assertThat(found(Rows.staff().with("AdditionalInfo", "No way!").object()))
                .containsExactly("Error: Addition Info No way! is not Y or N");
        assertThat(found(Rows.staff().with("EmailAddress", "").object())).isEmpty();
        assertThat(found(Rows.staff().with("LocalStaffId", "").object())).containsExactly("Error: 'LocalId is mandatory");
    }

    @Test
    void aRowOfStaffWithoutItsIdIsMissingIt() {
        assertThat(new MandatoryElements(RegistrationForm.STAFF).check(Rows.staff().with("LocalStaffId", "").row()))
                .extracting(StreamError::type).containsExactly("Mandatory Element Check");
    }

    @Test
    void anErrorSaysTheRowItIsAbout() {
        CsvRow row = Rows.student().with("Postcode", "800").with("TestLevel", "8").row();
        String content = row.origin().map(CsvOrigin::content).orElse("");

        List<StreamError> errors = RULES.errors(Rows.object(Rows.document(RegistrationForm.STUDENT, row)), 17);

        assertThat(errors.getFirst().asText()).isEqualTo("0:3:17 SRM Validation\n"
                + "CSV line 1: Error: '8' is not a valid value for TestLevel: expect 3, 5, 7, 9\n" + content + "\n");
        assertThat(errors).extracting(error -> error.ordinal() + ":" + error.total()).containsExactly("0:3", "1:3", "2:3");
    }

    @Test
    void anErrorAboutAnObjectThatCameAsXmlHasTheObject() throws NotAnObject {
        String xml = Rows.student().with("Postcode", "800").object().xml().replaceAll("<!--[^>]*-->", "");
        RegistrationObject object = RegistrationObject.read(xml).orElseThrow();

        assertThat(RULES.errors(object, 1).getFirst().text())
                .isEqualTo("Error: '800' is not a valid value for Postcode: expect four digits\n" + xml);
    }
}
