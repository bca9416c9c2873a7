package weir.engine.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.DatasetReader;
import weir.engine.golden.Golden;
import weir.engine.issue.Severity;
import weir.engine.issue.Shape;
import weir.engine.organisation.Organisation;
import weir.engine.organisation.OrganisationCode;
import weir.engine.record.Row;
import weir.engine.record.Value;

import static org.assertj.core.api.Assertions.assertThat;

/// What a children in need return becomes. The children are made up.
final class CinReturnTest {

    private static final List<Dataset> DATASETS = Stream.of("cin", "social_work_workforce", "ssda903")
            .map(id -> DatasetReader.read(Golden.root().resolve("datasets").resolve(id)))
            .toList();

    private static final String IDENTIFIERS = """
            <ChildIdentifiers>
            <LAchildID>K700</LAchildID>
            <UPN>B123456789012</UPN>
            <PersonBirthDate>2011-09-30</PersonBirthDate>
            <GenderCurrent>2</GenderCurrent>
            </ChildIdentifiers>
            """;
    private static final String CHARACTERISTICS = """
            <ChildCharacteristics><Ethnicity>MOTH</Ethnicity>
            <Disabilities><Disability>HEAR</Disability><Disability>LD</Disability></Disabilities>
            </ChildCharacteristics>
            """;
    private static final String FULL = """
            <CINdetails>
            <CINreferralDate>2021-04-06</CINreferralDate>
            <ReferralSource>3B</ReferralSource>
            <PrimaryNeedCode>N4</PrimaryNeedCode>
            <CINclosureDate>2022-02-27</CINclosureDate>
            <ReasonForClosure>RC7</ReasonForClosure>
            <DateOfInitialCPC>2021-05-06</DateOfInitialCPC>
            <Assessments>
            <AssessmentActualStartDate>2021-04-08</AssessmentActualStartDate>
            <AssessmentInternalReviewDate>2021-04-22</AssessmentInternalReviewDate>
            <AssessmentAuthorisationDate>2021-05-18</AssessmentAuthorisationDate>
            <FactorsIdentifiedAtAssessment>
            <AssessmentFactors>2A</AssessmentFactors><AssessmentFactors>2B</AssessmentFactors>
            </FactorsIdentifiedAtAssessment>
            </Assessments>
            <CINPlanDates>
            <CINPlanStartDate>2021-06-24</CINPlanStartDate><CINPlanEndDate>2021-07-26</CINPlanEndDate>
            </CINPlanDates>
            <Section47>
            <S47ActualStartDate>2021-05-02</S47ActualStartDate>
            <InitialCPCtarget>2021-05-23</InitialCPCtarget>
            <DateOfInitialCPC>2021-05-11</DateOfInitialCPC>
            <ICPCnotRequired>false</ICPCnotRequired>
            </Section47>
            <ReferralNFA>false</ReferralNFA>
            <ChildProtectionPlans>
            <CPPstartDate>2021-05-17</CPPstartDate><CPPendDate>2022-01-14</CPPendDate>
            <InitialCategoryOfAbuse>PHY</InitialCategoryOfAbuse><LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>
            <NumberOfPreviousCPP>1</NumberOfPreviousCPP>
            <Reviews><CPPreviewDate>2021-08-15</CPPreviewDate></Reviews>
            </ChildProtectionPlans>
            </CINdetails>
            """;
    private static final String REFERRAL = """
            <CINreferralDate>2021-04-06</CINreferralDate><ReferralSource>1A</ReferralSource><ReferralNFA>1</ReferralNFA>
            """;

    @TempDir
    Path folder;

    private static String child(String details) {
        return "<Child>\n" + IDENTIFIERS + CHARACTERISTICS + details + "</Child>\n";
    }

    private static String message(String year, String children) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Message>
                <Header>
                <CollectionDetails><Collection>CIN</Collection><Year>%YEAR%</Year><ReferenceDate>2022-03-31</ReferenceDate></CollectionDetails>
                <Source><SourceLevel>L</SourceLevel><LEA>201</LEA><SerialNo>001</SerialNo>
                <DateTime>2022-05-23T11:14:05</DateTime></Source>
                </Header>
                <Children>
                %CHILDREN%</Children>
                </Message>
                """.replace("%YEAR%", year).replace("%CHILDREN%", children);
    }

    private ReadReturn read(String xml) throws IOException {
        return ReadReturn.of(folder, "BAR_cin_2022.xml", xml, DATASETS);
    }

    @Test
    void makesOneRowOfEachDateInTheOrderOfTheEvents() throws IOException {
        ReadReturn read = read(message("2022", child(FULL)));

        assertThat(read.issues).isEmpty();
        assertThat(read.column("cin", "Type")).containsExactly(
                "CINreferralDate", "CINclosureDate", "AssessmentActualStartDate", "AssessmentAuthorisationDate",
                "CINPlanStartDate", "CINPlanEndDate", "S47ActualStartDate", "CPPstartDate", "CPPendDate", "CPPreviewDate");
        assertThat(read.column("cin", "Date")).containsExactly(
                "2021-04-06", "2022-02-27", "2021-04-08", "2021-05-18", "2021-06-24", "2021-07-26", "2021-05-02",
                "2021-05-17", "2022-01-14", "2021-08-15");
        assertThat(read.column("cin", "Factors")).containsExactly("", "", "2A,2B", "2A,2B", "", "", "", "", "", "");
        assertThat(read.column("cin", "Disabilities")).containsOnly("HEAR,LD");
        assertThat(read.column("cin", "ReferralNFA")).containsOnly("0");
        assertThat(read.column("cin", "DateOfInitialCPC")).containsExactly(
                "2021-05-06", "2021-05-06", "2021-05-06", "2021-05-06", "2021-05-06", "2021-05-06", "2021-05-11",
                "2021-05-06", "2021-05-06", "2021-05-06");
        assertThat(read.outcome.rowsRead()).isEqualTo(10);
        assertThat(read.outcome.rowsKept()).isEqualTo(10);
    }

    @Test
    void hasTheThirtyFourColumnsOfTheEventsInEveryYear() throws IOException {
        for (String year : List.of("2017", "2021", "2022", "2025", "2026")) {
            ReadReturn read = ReadReturn.of(folder, "cin_" + year + ".xml", message(year, child("")), DATASETS);
            assertThat(read.table("cin").fields())
                    .extracting(field -> field.name().value())
                    .containsExactly(
                            "LAchildID", "Date", "Type", "CINreferralDate", "ReferralSource", "PrimaryNeedCode",
                            "CINclosureDate", "ReasonForClosure", "DateOfInitialCPC", "ReferralNFA", "CINPlanStartDate",
                            "CINPlanEndDate", "S47ActualStartDate", "InitialCPCtarget", "ICPCnotRequired",
                            "AssessmentActualStartDate", "AssessmentInternalReviewDate", "AssessmentAuthorisationDate",
                            "Factors", "CPPstartDate", "CPPendDate", "InitialCategoryOfAbuse", "LatestCategoryOfAbuse",
                            "NumberOfPreviousCPP", "UPN", "FormerUPN", "UPNunknown", "PersonBirthDate",
                            "ExpectedPersonBirthDate", "GenderCurrent", "PersonDeathDate", "PersonSchoolYear", "Ethnicity",
                            "Disabilities");
        }
    }

    @Test
    void keepsTheReturnWhoseHeaderHasOneBadDate() throws IOException {
        String xml = message("2022", child(FULL));
        ReadReturn good = read(xml);
        ReadReturn read = read(xml.replace("2022-05-23T11:14:05", "not_date"));

        assertThat(read.rows).isEqualTo(good.rows);
        assertThat(read.texts()).containsExactly(
                "Line 6, DateTime: must be a date like 2011-04-30T00:00:00 or 2011-04-30T00:00:00Z."
                        + " Found text of 8 characters.");
        assertThat(read.issues.getFirst().place().file()).isEqualTo("BAR_cin_2022.xml");
    }

    @Test
    void makesOneRowOfAReferralAlone() throws IOException {
        ReadReturn read = read(message("2022", """
                <Child><ChildIdentifiers><LAchildID>1</LAchildID><GenderCurrent>1</GenderCurrent></ChildIdentifiers>
                <ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
                <CINdetails>%s</CINdetails></Child>
                """.replace("%s", REFERRAL)));

        assertThat(read.issues).isEmpty();
        assertThat(read.column("cin", "Type")).containsExactly("CINreferralDate");
        Row row = read.rows("cin").getFirst();
        assertThat(row.values().stream().filter(value -> !value.isBlank()).map(Value::text))
                .containsExactly("1", "2021-04-06", "CINreferralDate", "2021-04-06", "1A", "1", "1", "WBRI");
    }

    @Test
    void makesNoRowOfAPlanWithoutADate() throws IOException {
        ReadReturn read = read(message("2022", child("<CINdetails>" + REFERRAL + """
                <Assessments><AssessmentActualStartDate>2021-04-08</AssessmentActualStartDate></Assessments>
                <Section47><S47ActualStartDate>2021-05-02</S47ActualStartDate><ICPCnotRequired>1</ICPCnotRequired></Section47>
                <ChildProtectionPlans>
                <CPPstartDate/><InitialCategoryOfAbuse>PHY</InitialCategoryOfAbuse>
                <LatestCategoryOfAbuse>PHY</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP>
                </ChildProtectionPlans>
                </CINdetails>""")));

        assertThat(read.column("cin", "Type"))
                .containsExactly("CINreferralDate", "AssessmentActualStartDate", "S47ActualStartDate");
        assertThat(read.column("cin", "Factors")).containsOnly("");
        assertThat(read.codes()).containsExactly("value-blank");
        assertThat(read.outcome.rowsRead()).isEqualTo(3);
    }

    @Test
    void refusesAnEventWhoseDateIsNone() throws IOException {
        ReadReturn read = read(message("2022", child(FULL.replace("2021-05-17", "17th of May"))));

        assertThat(read.column("cin", "Type")).hasSize(9).doesNotContain("CPPstartDate");
        assertThat(read.codes()).containsExactly("value-not-date");
        assertThat(read.outcome.rowsRead()).isEqualTo(10);
        assertThat(read.outcome.rowsKept()).isEqualTo(9);
        assertThat(read.outcome.rowsRefused()).isEqualTo(1);
    }

    @Test
    void tellsWhatIsMissingUnknownRepeatedOrOutOfPlaceEachOnceAtItsLine() throws IOException {
        ReadReturn read = read(message("2022", """
                <Child>
                <ChildIdentifiers><LAchildID>1</LAchildID><LAchildID>2</LAchildID>
                </ChildIdentifiers>
                <ChildCharacteristics>text<Ethnicity><b>WBRI</b></Ethnicity></ChildCharacteristics>
                <CINdetails>%s
                <Section46><S47ActualStartDate>2021-05-02</S47ActualStartDate></Section46>
                </CINdetails>
                </Child>
                <Kind/>
                """.replace("%s", REFERRAL.strip())));

        assertThat(read.texts()).containsExactly(
                "Line 10, LAchildID must be there only once in its place. This one was left out.",
                "Line 10, GenderCurrent must be there, within the element that begins on this line.",
                "Line 12, ChildCharacteristics: text stands between elements here, and was left out.",
                "Line 12, b: the element is not part of the return here, and was left out with all it holds.",
                "Line 12, Ethnicity: must not be blank.",
                "Line 14, Section46: the element is not part of the return here, and was left out with all it holds.",
                "Line 17, Kind: the element is not part of the return here, and was left out with all it holds.");
        assertThat(read.issues).extracting(issue -> issue.severity()).containsOnly(Severity.ERROR);
    }

    @Test
    void tellsThatAChildHasNoDetails() throws IOException {
        ReadReturn read = read(message("2022", child("")));
        assertThat(read.texts()).containsExactly(
                "Line 9, CINdetails must be there, within the element that begins on this line.",
                "The table has column names but no rows.");
    }

    @ParameterizedTest
    @CsvSource({
        "2020, 18B, 2A", "2021, 24A, '18B,2A'", "2022, 'none', '24A,18B,2A'",
    })
    void knowsTheFactorsOfEachYear(String year, String refused, String kept) throws IOException {
        String factors = "<AssessmentFactors>24A</AssessmentFactors><AssessmentFactors>18B</AssessmentFactors>"
                + "<AssessmentFactors>2A</AssessmentFactors>";
        ReadReturn read = ReadReturn.of(folder, "cin_" + year + ".xml", message(year, child("<CINdetails>" + REFERRAL
                + "<Assessments><AssessmentActualStartDate>2021-04-08</AssessmentActualStartDate>"
                + "<FactorsIdentifiedAtAssessment>" + factors + "</FactorsIdentifiedAtAssessment></Assessments>"
                + "</CINdetails>")), DATASETS);

        assertThat(read.column("cin", "Factors").getLast()).isEqualTo(kept);
        assertThat(read.codes()).allMatch("value-not-code"::equals).hasSize(3 - kept.split(",").length);
        assertThat(refused).isNotEmpty();
    }

    @Test
    void readsTheSexThatTookThePlaceOfTheGender() throws IOException {
        String xml = message("2025", child("<CINdetails>" + REFERRAL + "</CINdetails>"));
        ReadReturn old = ReadReturn.of(folder, "2025/cin.xml", xml, DATASETS);
        assertThat(old.codes()).containsExactly("element-missing", "element-unknown");

        ReadReturn read = ReadReturn.of(
                folder, "2025/cin.xml", xml.replace("<GenderCurrent>2</GenderCurrent>", "<Sex>f</Sex>"), DATASETS);
        assertThat(read.issues).isEmpty();
        assertThat(read.column("cin", "GenderCurrent")).containsOnly("F");
    }

    @Test
    void knowsNoPlansBeforeTheyWereCollected() throws IOException {
        ReadReturn read = ReadReturn.of(folder, "2021/cin.xml", message("2021", child(FULL)), DATASETS);
        assertThat(read.codes()).containsExactly("element-unknown");
        assertThat(read.column("cin", "Type")).hasSize(8).doesNotContain("CINPlanStartDate");
    }

    @ParameterizedTest
    @CsvSource({"2016, year-without-schema", "2027, year-without-schema", "2009, year-outside-retention"})
    void refusesAYearWithoutASpecification(String year, String code) throws IOException {
        ReadReturn read = ReadReturn.of(folder, year + "/cin.xml", message(year, child(FULL)), DATASETS);
        assertThat(read.codes()).containsExactly(code);
        assertThat(read.outcome.refused()).isTrue();
        assertThat(read.rows).isEmpty();
        if (!year.equals("2009")) {
            assertThat(read.texts().getFirst()).contains("must be from 2017 to 2026");
        }
    }

    @Test
    void takesTheYearOfTheFolderAndWarnsOfAnotherInTheHeader() throws IOException {
        ReadReturn read = ReadReturn.of(folder, "2021-22/cin.xml", message("2021", child(FULL)), DATASETS);
        assertThat(read.texts()).containsExactly("Line 4, Year: the header is about another year than the file's name or"
                + " folder; the latter counts: the header must be about 2022.");
        assertThat(read.issues.getFirst().severity()).isEqualTo(Severity.WARNING);
        assertThat(read.rows("cin")).hasSize(10);
    }

    @Test
    void takesTheYearOfTheHeaderWhereThePathHasNone() throws IOException {
        ReadReturn read = ReadReturn.of(folder, "return.xml", message("2022", child(FULL)), DATASETS);
        assertThat(read.issues).isEmpty();
        assertThat(read.outcome.tables().getFirst().period()).isEqualTo("2022");

        ReadReturn none = ReadReturn.of(folder, "return.xml", message("", child(FULL)), DATASETS);
        assertThat(none.codes()).containsExactly("year-missing");
    }

    @Test
    void warnsOfAHeaderThatNamesAnotherAuthorityThanTheSender() throws IOException {
        Path file = Files.writeString(folder.resolve("cin.xml"), message("2022", child(FULL)));

        ReadReturn foreign = ReadReturn.of(file, DATASETS, new Organisation(new OrganisationCode("BAR"), "Barnet", "302"));
        assertThat(foreign.texts()).containsExactly("Line 5, LEA: the header names another organisation than the one that hands"
                + " the file in; the latter counts: the number in the header must be 302, that of Barnet.");
        assertThat(foreign.issues.getFirst().severity()).isEqualTo(Severity.WARNING);
        assertThat(foreign.rows("cin")).hasSize(10);

        Organisation own = new Organisation(new OrganisationCode("CIT"), "City of London", "201");
        assertThat(ReadReturn.of(file, DATASETS, own).issues).isEmpty();
        assertThat(ReadReturn.of(file, DATASETS, new Organisation(new OrganisationCode("BAR"), "Barnet")).issues)
                .as("a number that is not known cannot be compared").isEmpty();
    }

    @Test
    void refusesAForeignRootAndAForeignCollection() throws IOException {
        ReadReturn html = read("<html><body>2022</body></html>");
        assertThat(html.texts()).containsExactly("Line 1: the outermost element belongs to no return: it must be Message.");
        assertThat(html.outcome.refused()).isTrue();

        ReadReturn other = read(message("2022", child(FULL)).replace(">CIN<", ">PRU<"));
        assertThat(other.texts()).containsExactly(
                "Line 3: the file is of a collection that is not known here: it must be CIN or CSWW.");
        assertThat(other.outcome.refused()).isTrue();
    }

    @Test
    void tellsTheReturnByItsRecordsWhereItHasNoHeader() throws IOException {
        String xml = message("2022", child(FULL));
        String bare = xml.substring(0, xml.indexOf("<Header>")) + xml.substring(xml.indexOf("<Children>"));
        ReadReturn read = read(bare);
        assertThat(read.issues).isEmpty();
        assertThat(read.rows("cin")).hasSize(10);
    }

    @Test
    void keepsNothingOfAFileThatBreaksOffInTheMiddle() throws IOException {
        String many = child(FULL).repeat(2_000);
        String xml = message("2022", many);
        ReadReturn read = read(xml.substring(0, xml.length() - 40));

        assertThat(read.codes()).containsExactly("xml-malformed");
        assertThat(read.rows).isEmpty();
        assertThat(read.outcome.refused()).isTrue();
        assertThat(read.outcome.rowsKept()).isZero();
        assertThat(read.outcome.rowsRead()).isEqualTo(read.outcome.rowsRefused());
    }

    @Test
    void showsNoValueInAnIssue() throws IOException {
        String xml = message("CANARY7", child(FULL))
                .replace(">2021-", ">CANARY7-")
                .replace(">PHY<", ">CANARY7<")
                .replace("<Child>", "<Child>CANARY7")
                .replace(">B123456789012<", ">CANARY7<")
                .replace("<PrimaryNeedCode>", "<PrimaryNeedCode><x>CANARY7</x>");
        ReadReturn read = read(xml);
        assertThat(read.issues).hasSizeGreaterThan(8);
        assertThat(read.texts()).noneMatch(text -> text.contains("CANARY7"));
        assertThat(read.issues).noneMatch(issue -> issue.toString().contains("CANARY7"));
        assertThat(read.issues).extracting(issue -> issue.found()).contains(Shape.of("CANARY7"));
    }
}
