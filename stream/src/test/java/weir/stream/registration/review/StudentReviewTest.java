package weir.stream.registration.review;

import java.time.Year;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weir.stream.registration.PlatformStudentId;
import weir.stream.registration.Rows;
import weir.stream.registration.SchoolList;
import weir.stream.registration.SeenInMemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// The cases NIAS2 was tried with, remade: what the first finding about a file is. Facts, section 7.2; fact 34.
class StudentReviewTest {

    private static final SchoolList SCHOOLS = new SchoolList(Map.of("48096", "QLD", "47089", "QLD", "40987", "NSW"));

    private final StudentReview review = review(2019);

    private static StudentReview review(int year) {
        return new StudentReview(new ReviewSettings(Year.of(year), SCHOOLS), new SeenInMemory(1_000));
    }

    /// Of year 3 in the test of 2019.
    private static Rows student() {
        return Rows.student().with("BirthDate", "2010-08-11").with("YearLevel", "3").with("TestLevel", "3")
                .with("PlatformId", "R100000080R").with("PreviousPlatformId", "R100000026P");
    }

    private List<String> findings(Rows row) {
        return review.review(Rows.DOC, ReviewedStudent.of(row.row())).stream()
                .map(finding -> finding.field() + ": " + finding.description()).toList();
    }

    private static ReviewedStudent at(long line, Rows row) {
        return ReviewedStudent.of(row.object(), line);
    }

    @Test
    void aStudentWhoKeepsEveryRuleHasNoFinding() {
        assertThat(findings(student())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "LocalId", "FamilyName", "GivenName", "BirthDate", "Sex", "CountryOfBirth", "FFPOS", "IndigenousStatus", "StudentLOTE",
        "YearLevel", "TestLevel", "ASLSchoolId", "Parent1SchoolEducation", "Parent1NonSchoolEducation", "Parent1Occupation",
        "Parent1LOTE"
    })
    void whatIsMandatoryIsRequired(String column) {
        assertThat(findings(student().with(column, "")).getFirst()).isEqualTo(column + ": " + column + " is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Parent2SchoolEducation", "Parent2NonSchoolEducation", "Parent2Occupation", "Parent2LOTE"})
    void aSecondParentIsThereWholeOrNotAtAll(String column) {
        assertThat(findings(student().with(column, "")))
                .containsExactly(column + ": Must be present if other Parent2 fields are present");
    }

    @ParameterizedTest
    @CsvSource({
        "Sex, 6", "LBOTE, No way!", "OfflineDelivery, No way!", "MainSchoolFlag, 1", "FFPOS, 6", "Parent2Occupation, 7",
        "Parent2NonSchoolEducation, 1", "Parent2SchoolEducation, 5", "HomeSchooledStudent, No way!", "YearLevel, 9a"
    })
    void aValueIsOneOfItsCodes(String column, String value) {
        assertThat(findings(student().with(column, value)).getFirst())
                .startsWith(column + ": " + column + " must be one of the following: \"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "CountryOfBirth | 110 | CountryOfBirth: Country Code is not one of SACC 1269.0 codeset",
        "StudentLOTE | 12 | StudentLOTE: Language Code is not one of ASCL 1267.0 codeset",
        "Parent1LOTE | English | Parent1LOTE: Language Code is not one of ASCL 1267.0 codeset",
        "VisaCode | 10 | VisaCode: Visa Code is not one of known values from http://www.immi.gov.au",
        "PlatformId | 12345 | PlatformId: PlatformId is not in correct format",
        "PlatformId | R100000080E | PlatformId: Platform ID has incorrect checksum",
        "PreviousPlatformId | R100000081R | PreviousPlatformId: Previous Platform ID has incorrect checksum",
        "FTE | 1.2 | FTE: FTE is greater than 1", "FTE | -0.2 | FTE: FTE is less than 0", "FTE | half | FTE: FTE is not a number",
        "ASLSchoolId | 10000 | ASLSchoolId: ASL ID 10000 not found in ASL list of valid IDs",
        "StateTerritory | VIC | ASLSchoolId: ASL ID 48096 is a valid ID, but not for VIC",
        "FamilyName | O*Neil | FamilyName: Family Name contains suspect character",
        "GivenName | J0hn | GivenName: Given Name contains suspect character",
        "MiddleName | E? | MiddleName: Middle Name contains suspect character",
        "PreferredName | (Jo) | PreferredName: Preferred Name contains suspect character",
        "FamilyName | Abcdefghijabcdefghijabcdefghijabcdefghijk | FamilyName: String length must be less than or equal to 40",
        "GivenName | Abcdefghijabcdefghijabcdefghijabcdefghijk | GivenName: String length must be less than or equal to 40",
        "HomeGroup | 12345678901 | HomeGroup: String length must be less than or equal to 10",
        "Pokemon | Pikachu | Pokemon: Additional property Pokemon is not allowed",
        "BirthDate | 26072004 | BirthDate: Date provided does not parse correctly for yyyy-mm-dd or dd/mm/yyyy",
        "BirthDate | 30/02/2010 | BirthDate: Date provided does not parse correctly for yyyy-mm-dd or dd/mm/yyyy"
    })
    void oneCellIsWrongAndOneFindingComes(String column, String value, String finding) {
        assertThat(findings(student().with(column, value))).containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2021-01-01 | 3 | 3 | BirthDate/YearLevel: Year Level calculated from BirthDate does not fall within expected NAPLAN year"
                + " level ranges",
        "2009-12-31 | 3 | 3 | BirthDate/YearLevel: Year Level calculated from BirthDate does not fall within expected NAPLAN year"
                + " level ranges",
        "2010-08-11 | P | 3 | BirthDate/TestLevel: Year Level P does not match Test level 3",
        "2010-08-11 | F | 3 | BirthDate/TestLevel: Year Level F does not match Test level 3",
        "2010-08-11 | 5 | 3 | BirthDate/TestLevel: Year Level 5 does not match Test level 3",
        "2010-08-11 | 5 | 5 | BirthDate/YearLevel/TestLevel: Student Test Level (yr 5) does not match year level derived from"
                + " BirthDate (yr 3)",
        "2010-08-11 | UG | 5 | BirthDate/TestLevel: Year level supplied is UG, will result in SRM warning flag for test level 5",
        "2010-08-11 | UGPri | 3 | BirthDate/YearLevel: Student Year Level (yr UGPri) does not match year level derived from"
                + " BirthDate (yr 3)",
        "2006-08-11 | UGJunSec | 7 | BirthDate/YearLevel: Student Year Level (yr UGJunSec) does not match year level derived from"
                + " BirthDate (yr 7)"
    })
    void birthAndLevelsFitEachOther(String birth, String year, String test, String finding) {
        assertThat(findings(student().with("BirthDate", birth).with("YearLevel", year).with("TestLevel", test)))
                .containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource({"2010-01-01, 3", "2011-07-31, 3", "2008-01-01, 5", "2009-07-31, 5", "2006-01-01, 7", "2004-01-01, 9", "11/08/2010, 3"})
    void theDaysOfALevelBelongToIt(String birth, String level) {
        assertThat(findings(student().with("BirthDate", birth).with("YearLevel", level).with("TestLevel", level))).isEmpty();
    }

    @Test
    void whatIsUnusualButAllowedHasNoFinding() {
        for (String country : List.of("0001", "4215", "9999")) {
            assertThat(findings(student().with("CountryOfBirth", country).with("LocalId", country).with("PlatformId", "")
                    .with("FamilyName", "Name-" + "abcd".charAt(country.charAt(0) % 4)))).as(country).isEmpty();
        }
        Rows bare = student();
        for (String column : List.of("SectorId", "VisaCode", "AddressLine1", "Locality", "Postcode", "StateTerritory", "PlatformId",
                "FTE", "Parent2SchoolEducation", "Parent2NonSchoolEducation", "Parent2Occupation", "Parent2LOTE")) {
            bare = bare.with(column, "");
        }
        assertThat(review(2019).review(Rows.DOC, ReviewedStudent.of(bare.row()))).isEmpty();
        assertThat(review(2019).review(Rows.DOC, ReviewedStudent.of(
                student().with("AddressLine1", "1, The Street").row()))).isEmpty();
    }

    @Test
    void theSameStudentTwiceInOneSchoolIsTold() {
        review.review(Rows.DOC, at(1, student()));

        assertThat(review.review(Rows.DOC, at(2, student()))).extracting(ReviewFinding::json).containsExactly(
                "{\"errField\":\"Multiple (see description)\",\"description\":\"Potential duplicate of record: 1\\nbased on matching:"
                        + " student local id, school asl id, family & given names and birthdate\",\"originalLine\":\"2\","
                        + "\"validationType\":\"identity\",\"severity\":\"error\"}");
    }

    @Test
    void theSameLocalIdInOneSchoolIsTold() {
        review.review(Rows.DOC, at(1, student()));

        assertThat(review.review(Rows.DOC, at(2, student().with("GivenName", "Other").with("PlatformId", ""))))
                .extracting(ReviewFinding::csv).containsExactly("2,identity,LocalID/ASL ID,"
                        + "LocalID (Student) and ASL ID (School) are potential duplicate of record: 1,error\n");
    }

    @Test
    void theSamePlatformIdInOneSchoolIsTold() {
        review.review(Rows.DOC, at(1, student()));

        assertThat(review.review(Rows.DOC, at(2, student().with("LocalId", "other").with("GivenName", "Other"))))
                .extracting(ReviewFinding::field, ReviewFinding::description).containsExactly(tuple(
                        "PSI/ASL ID",
                        "Platform Student ID (Student) and ASL ID (School) are potential duplicate of record: 1"));
    }

    @Test
    void theSameStudentInTwoSchoolsMustAddUpToFullTime() {
        Rows first = student().with("FTE", "0.6");
        review.review(Rows.DOC, at(1, first));

        assertThat(review.review(Rows.DOC, at(2, first.with("ASLSchoolId", "47089").with("FTE", "0.4")))).isEmpty();
        assertThat(review(2019).review(Rows.DOC, at(1, first))).isEmpty();
        StudentReview other = review(2019);
        other.review(Rows.DOC, at(1, first));
        assertThat(other.review(Rows.DOC, at(2, first.with("ASLSchoolId", "47089")))).extracting(ReviewFinding::field)
                .containsExactly("Multiple (see description)");
    }

    @Test
    void theSameLocalIdInTwoSchoolsIsNothing() {
        review.review(Rows.DOC, at(1, student()));

        assertThat(review.review(Rows.DOC, at(2, student().with("ASLSchoolId", "47089").with("FamilyName", "Other")))).isEmpty();
    }

    @Test
    void idsOfTheLongFormAreReviewedWhenTheyAreSet() {
        StudentReview longIds = new StudentReview(
                new ReviewSettings(Year.of(2019), SCHOOLS, PlatformStudentId.Form.LONG, ReviewSettings.NAME_CHARACTERS),
                new SeenInMemory(100));

        assertThat(longIds.review(Rows.DOC, at(1, student().with("PlatformId", "R10012345678R").with("PreviousPlatformId", ""))))
                .isEmpty();
    }

    @Test
    void theManifestCountsTheStudentsOfEachSchool() {
        ReviewManifest manifest = new ReviewManifest();
        manifest.add(at(1, student()));
        manifest.add(at(2, student()));
        manifest.add(at(3, student().with("ASLSchoolId", "47089")));

        assertThat(manifest.students()).isEqualTo(Map.of("48096", 2, "47089", 1));
    }

    @Test
    void theReportHasItsHeader() {
        assertThat(ReviewFinding.csvHeader()).isEqualTo("OriginalLine,Vtype,Field,Description,Severity\n");
    }
}
