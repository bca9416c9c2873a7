package weir.stream.registration;

import java.util.List;

import org.junit.jupiter.api.Test;
import weir.stream.csv.CsvLine;
import weir.stream.message.CsvOrigin;

import static org.assertj.core.api.Assertions.assertThat;

/// What a row becomes. Facts 24, 25, 26 and 27.
class CsvToSifTest {

    private static final Schema OURS = Schema.registration();

    @Test
    void fact24ARowOfAStudentIsADocumentOfOneStudent() {
        String document = Rows.student().document();

        assertThat(document.replaceAll("\\s*\\n\\s*", "")).isEqualTo("""
                <StudentPersonals xmlns="http://www.sifassociation.org/au/datamodel/3.4">
                <StudentPersonal RefId="0b5a1c5e-0000-4000-8000-000000000001">
                <!-- CSV line 1 -->
                <!-- CSV content fjghh371,14668,65616,75189,50668,59286,35164,R10012345678R,4716,50001,65241,55578,44128,37734,73143,\
                R10000000042R,Seefeldt,Treva,Tre,E,2004-07-26,2,1101,Y,2,101,2,Y,2201,7,7,0.89,7E,7D,48096,046129,01,01,208,48096,\
                N,Y,Y,3,8,2,1201,2,7,4,1201,30769 PineTree Rd.,"",Pepper Pike,9999,QLD -->
                <!-- CSV docid doc1 -->
                <!-- CSV linetotal 1 -->
                <LocalId>fjghh371</LocalId>
                <StateProvinceId>59286</StateProvinceId>
                <OtherIdList>
                <OtherId Type="SectorStudentId">14668</OtherId>
                <OtherId Type="DiocesanStudentId">65616</OtherId>
                <OtherId Type="OtherStudentId">75189</OtherId>
                <OtherId Type="TAAStudentId">50668</OtherId>
                <OtherId Type="NationalStudentId">35164</OtherId>
                <OtherId Type="NAPPlatformStudentId">R10012345678R</OtherId>
                <OtherId Type="PreviousLocalSchoolStudentId">4716</OtherId>
                <OtherId Type="PreviousSectorStudentId">50001</OtherId>
                <OtherId Type="PreviousDiocesanStudentId">65241</OtherId>
                <OtherId Type="PreviousOtherStudentId">55578</OtherId>
                <OtherId Type="PreviousTAAStudentId">44128</OtherId>
                <OtherId Type="PreviousStateProvinceId">37734</OtherId>
                <OtherId Type="PreviousNationalStudentId">73143</OtherId>
                <OtherId Type="PreviousNAPPlatformStudentId">R10000000042R</OtherId>
                </OtherIdList>
                <PersonInfo>
                <Name Type="LGL">
                <FamilyName>Seefeldt</FamilyName>
                <GivenName>Treva</GivenName>
                <MiddleName>E</MiddleName>
                <PreferredGivenName>Tre</PreferredGivenName>
                </Name>
                <Demographics>
                <IndigenousStatus>2</IndigenousStatus>
                <Sex>2</Sex>
                <BirthDate>2004-07-26</BirthDate>
                <CountryOfBirth>1101</CountryOfBirth>
                <LanguageList>
                <Language>
                <Code>2201</Code>
                <LanguageType>4</LanguageType>
                </Language>
                </LanguageList>
                <VisaSubClass>101</VisaSubClass>
                <LBOTE>Y</LBOTE>
                </Demographics>
                <AddressList>
                <Address Type="0765" Role="012B">
                <Street>
                <Line1>30769 PineTree Rd.</Line1>
                </Street>
                <City>Pepper Pike</City>
                <StateProvince>QLD</StateProvince>
                <Country>1101</Country>
                <PostalCode>9999</PostalCode>
                </Address>
                </AddressList>
                </PersonInfo>
                <MostRecent>
                <SchoolLocalId>046129</SchoolLocalId>
                <YearLevel>
                <Code>7</Code>
                </YearLevel>
                <FTE>0.89</FTE>
                <Parent1Language>1201</Parent1Language>
                <Parent2Language>1201</Parent2Language>
                <Parent1EmploymentType>2</Parent1EmploymentType>
                <Parent2EmploymentType>4</Parent2EmploymentType>
                <Parent1SchoolEducationLevel>3</Parent1SchoolEducationLevel>
                <Parent2SchoolEducationLevel>2</Parent2SchoolEducationLevel>
                <Parent1NonSchoolEducation>8</Parent1NonSchoolEducation>
                <Parent2NonSchoolEducation>7</Parent2NonSchoolEducation>
                <LocalCampusId>01</LocalCampusId>
                <SchoolACARAId>48096</SchoolACARAId>
                <TestLevel>
                <Code>7</Code>
                </TestLevel>
                <Homegroup>7E</Homegroup>
                <ClassCode>7D</ClassCode>
                <MembershipType>01</MembershipType>
                <FFPOS>2</FFPOS>
                <ReportingSchoolId>48096</ReportingSchoolId>
                <OtherEnrollmentSchoolACARAId>208</OtherEnrollmentSchoolACARAId>
                </MostRecent>
                <EducationSupport>Y</EducationSupport>
                <HomeSchooledStudent>N</HomeSchooledStudent>
                <Sensitive>Y</Sensitive>
                <OfflineDelivery>Y</OfflineDelivery>
                </StudentPersonal>
                </StudentPersonals>
                """.replace("\n", ""));
        assertThat(OURS.errors(document)).isEmpty();
    }

    @Test
    void aRowOfStaffIsADocumentOfOneMemberOfStaff() {
        String document = Rows.staff().document();

        assertThat(document.replaceAll("\\s*\\n\\s*", "")).contains("""
                <LocalId>fjghh371</LocalId>
                <PersonInfo>
                <Name Type="LGL"><FamilyName>Seefeldt</FamilyName><GivenName>Treva</GivenName></Name>
                <EmailList><Email Type="01">tseefeldt@example.com</Email></EmailList>
                </PersonInfo>
                <Title>principal</Title>
                <MostRecent>
                <SchoolLocalId>046129</SchoolLocalId>
                <SchoolACARAId>knptb460</SchoolACARAId>
                <LocalCampusId>01</LocalCampusId>
                <NAPLANClassList><ClassCode>7D</ClassCode></NAPLANClassList>
                <HomeGroup>7E</HomeGroup>
                </MostRecent>
                <SIF_ExtendedElements><SIF_ExtendedElement Name="AdditionalInfo">N</SIF_ExtendedElement></SIF_ExtendedElements>
                """.replace("\n", ""));
        assertThat(OURS.errors(document)).isEmpty();
    }

    @Test
    void fact25AnswersOfTheTableBecomeCodesOfTheObject() {
        assertThat(Rows.student().with("FFPOS", "Y").document()).contains("<FFPOS>1</FFPOS>");
        assertThat(Rows.student().with("FFPOS", "N").document()).contains("<FFPOS>2</FFPOS>");
        assertThat(Rows.student().with("FFPOS", "U").document()).contains("<FFPOS>9</FFPOS>");
        assertThat(Rows.student().with("FFPOS", "X").document()).contains("<FFPOS>9</FFPOS>");
        assertThat(Rows.student().with("MainSchoolFlag", "N").document()).contains("<MembershipType>02</MembershipType>");
        assertThat(Rows.student().with("MainSchoolFlag", "Y").document()).contains("<MembershipType>01</MembershipType>");
    }

    @Test
    void aColumnThatIsMissingHasItsDefaultAndABlankOneNothing() {
        assertThat(Rows.student().without("OfflineDelivery").document()).contains("<OfflineDelivery>N</OfflineDelivery>");
        assertThat(Rows.student().without("Sensitive").document()).contains("<Sensitive>Y</Sensitive>");
        assertThat(Rows.student().without("HomeSchooledStudent").document())
                .contains("<HomeSchooledStudent>N</HomeSchooledStudent>");
        assertThat(Rows.student().without("EducationSupport").document()).contains("<EducationSupport>N</EducationSupport>");
        assertThat(Rows.student().without("FFPOS").document()).contains("<FFPOS>2</FFPOS>");
        assertThat(Rows.student().without("MainSchoolFlag").document()).contains("<MembershipType>01</MembershipType>");
        assertThat(Rows.student().with("OfflineDelivery", "").document()).doesNotContain("OfflineDelivery");
    }

    @Test
    void aStudentWithoutAnAddressHasNone() {
        String document = Rows.student().with("AddressLine1", "").with("Locality", "").with("Postcode", "")
                .with("StateTerritory", "").document();

        assertThat(document).doesNotContain("Address");
        assertThat(OURS.errors(document)).isEmpty();
    }

    @Test
    void aStudentWithHalfAnAddressIsValid() {
        String document = Rows.student().with("AddressLine1", "").with("Locality", "").document();

        assertThat(document).contains("<PostalCode>9999</PostalCode>").contains("<Country>1101</Country>");
        assertThat(OURS.errors(document)).isEmpty();
    }

    @Test
    void noCellCanBreakTheDocument() {
        List<String> cells = List.of("R&D -- </Line1><!--", "a -->", "--", "-", "]]>", "\"quoted\", & more", "tab\there",
                "line\nbreak", "\u0001\u0002", "\uD83D\uDE00", "\u00e9&#65;&amp;", "<![CDATA[x]]>", "<?pi?>", "\\n \\u0041 %2D %25");
        for (String cell : cells) {
            Rows row = Rows.student().with("AddressLine1", cell);

            assertThat(OURS.errors(row.document())).as(cell).isEmpty();
            RegistrationObject object = row.object();
            assertThat(object.value("AddressLine1")).isEqualTo(
                    cell.replaceAll("[\\x01\\x02]", "\uFFFD").strip().replaceAll("\\s+", " "));
            assertThat(object.origin().map(CsvOrigin::line)).contains(1L);
            assertThat(object.origin().map(CsvOrigin::content).orElse("")).isEqualTo(
                    row.row().origin().map(CsvOrigin::content).orElse("").replaceAll("[\\x01\\x02]", "\uFFFD"));
        }
    }

    @Test
    void earlierNamesOfColumnsAreUnderstood() {
        Rows row = Rows.student().without("JurisdictionId").with("StateProvinceId", "S1")
                .without("HomeGroup").with("Homegroup", "G1")
                .without("PreviousJurisdictionId").with("PreviousStateProvinceId", "S0");

        assertThat(row.document()).contains("<StateProvinceId>S1</StateProvinceId>").contains("<Homegroup>G1</Homegroup>")
                .contains("<OtherId Type=\"PreviousStateProvinceId\">S0</OtherId>");
        assertThat(RegistrationForm.STUDENT.unknown(row.columns())).isEmpty();
        assertThat(RegistrationForm.STUDENT.unknown(List.of("LocalId", "Pokemon"))).containsExactly("Pokemon");
    }

    @Test
    void fact26ARowWithoutALocalIdIsToldAsMissingIt() {
        MandatoryElements mandatory = new MandatoryElements(RegistrationForm.STUDENT);
        Rows row = Rows.student().with("LocalId", "");

        assertThat(mandatory.check(row.row())).hasSize(1).first().satisfies(error -> assertThat(error.asText()).isEqualTo(
                "0:1:doc1 Mandatory Element Check\nThe property '#/' did not contain a required property of 'LocalId'\n"
                        + row.row().origin().map(CsvOrigin::content).orElse("") + "\n"));
        assertThat(mandatory.check(Rows.student().row())).isEmpty();
    }

    @Test
    void everyMandatoryColumnIsAskedForAndNoOther() {
        MandatoryElements mandatory = new MandatoryElements(RegistrationForm.STUDENT);
        for (String column : RegistrationForm.STUDENT.columns()) {
            assertThat(mandatory.check(Rows.student().with(column, " ").row())).as(column)
                    .hasSize(RegistrationForm.STUDENT.mandatory().contains(column) ? 1 : 0);
        }
        assertThat(RegistrationForm.STUDENT.mandatory()).hasSize(20);
    }

    @Test
    void fact27ARowOfTheOtherFormIsToldSo() {
        assertThat(new MandatoryElements(RegistrationForm.STUDENT).check(Rows.staff().row())).hasSize(1).first()
                .satisfies(error -> assertThat(error.asText()).startsWith("0:1:doc1 CSV Document Type Error\n"
                        + "You appear to have submitted a StaffPersonal record instead of a StudentPersonal record\nfjghh371,Treva"));
        assertThat(new MandatoryElements(RegistrationForm.STAFF).check(Rows.student().row())).hasSize(1).first()
                .satisfies(error -> assertThat(error.text()).startsWith(
                        "You appear to have submitted a StudentPersonal record instead of a StaffPersonal record\n"));
    }

    @Test
    void theFormsHaveTheDocumentedColumns() {
        assertThat(RegistrationForm.STUDENT.columns()).hasSize(56);
        assertThat(RegistrationForm.STAFF.columns()).hasSize(11);
        assertThat(CsvLine.of(RegistrationForm.STAFF.columns())).isEqualTo("LocalStaffId,GivenName,FamilyName,ClassCode,HomeGroup,"
                + "ASLSchoolId,LocalSchoolId,LocalCampusId,EmailAddress,AdditionalInfo,StaffSchoolRole\n");
        for (String column : RegistrationForm.STUDENT.columns()) {
            assertThat(RegistrationForm.STUDENT.path(column)).as(column).isNotNull();
        }
    }
}
