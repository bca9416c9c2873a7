package weir.stream.registration;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What an object is as a line. Fact 37.
class SifToCsvTest {

    @Test
    void fact37AMemberOfStaffIsALineWithTheFirstClass() {
        RegistrationObject staff = Rows.object(Rows.staff().document()
                .replace("</NAPLANClassList>", "<ClassCode>7F</ClassCode></NAPLANClassList>"));

        assertThat(SifToCsv.line(staff))
                .isEqualTo("fjghh371,Treva,Seefeldt,7D,7E,knptb460,046129,01,tseefeldt@example.com,N,principal\n");
    }

    @Test
    void fact37AStudentIsALineAndWhatIsMissingIsTwoQuotes() {
        assertThat(SifToCsv.line(Rows.student().object())).endsWith(",30769 PineTree Rd.,\"\",Pepper Pike,9999,QLD\n")
                .isEqualTo("fjghh371,14668,65616,75189,50668,59286,35164,R10012345678R,4716,50001,65241,55578,44128,37734,73143,"
                        + "R10000000042R,Seefeldt,Treva,Tre,E,2004-07-26,2,1101,Y,2,101,2,Y,2201,7,7,0.89,7E,7D,48096,046129,01,01,"
                        + "208,48096,N,Y,Y,3,8,2,1201,2,7,4,1201,30769 PineTree Rd.,\"\",Pepper Pike,9999,QLD\n");
    }

    @Test
    void everyColumnComesBackFromItsPlace() {
        for (String column : RegistrationForm.STUDENT.columns()) {
            String value = "v & <" + column + ">";
            assertThat(Rows.student().with(column, value).object().value(column)).as(column).isEqualTo(value);
        }
        for (String column : RegistrationForm.STAFF.columns()) {
            assertThat(Rows.staff().with(column, "v" + column).object().value(column)).as(column).isEqualTo("v" + column);
        }
    }

    @Test
    void aLineBecomesTheSameObjectAgain() {
        RegistrationObject first = Rows.student().with("AddressLine1", "a \"b\", c & d").object();

        String line = SifToCsv.header(RegistrationForm.STUDENT) + SifToCsv.line(first);
        RegistrationObject again = Rows.object(Rows.document(RegistrationForm.STUDENT, Rows.read(line).getFirst()));

        assertThat(SifToCsv.line(again)).isEqualTo(SifToCsv.line(first));
    }

    @Test
    void readsTheAddressLanguageAndNameThatAreMeantAmongOthers() throws NotAnObject {
        RegistrationObject student = read("""
                <s:StudentPersonal xmlns:s="http://www.sifassociation.org/au/datamodel/3.4" RefId="r1">
                  <s:LocalId>1</s:LocalId>
                  <s:PersonInfo>
                    <s:Name Type="LGL"><s:FamilyName>Of
                       Record</s:FamilyName></s:Name>
                    <s:OtherNames><s:Name Type="AKA"><s:FamilyName>Other</s:FamilyName></s:Name></s:OtherNames>
                    <s:Demographics><s:LanguageList>
                      <s:Language><s:Code>1201</s:Code><s:LanguageType>1</s:LanguageType></s:Language>
                      <s:Language><s:Code>2201</s:Code><s:LanguageType>4</s:LanguageType></s:Language>
                    </s:LanguageList></s:Demographics>
                    <s:AddressList>
                      <s:Address Type="0123" Role="2382"><s:PostalCode>1111</s:PostalCode></s:Address>
                      <s:Address Type="0765" Role="012B"><s:PostalCode>2222</s:PostalCode></s:Address>
                    </s:AddressList>
                  </s:PersonInfo>
                </s:StudentPersonal>
                """).orElseThrow();

        assertThat(List.of(student.value("FamilyName"), student.value("StudentLOTE"), student.value("Postcode"), student.refId()))
                .containsExactly("Of Record", "2201", "2222", "r1");
    }

    @Test
    void anObjectOfAnotherKindIsLeftToOthers() throws NotAnObject {
        assertThat(read("<SchoolInfo RefId=\"x\"/>")).isEmpty();
    }

    @Test
    void whatIsNotWellFormedOrReachesOutsideIsNoObject() {
        for (String xml : List.of("<StudentPersonal>", "", "x",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><StudentPersonal>&e;</StudentPersonal>")) {
            assertThatThrownBy(() -> read(xml)).as(xml).isInstanceOf(NotAnObject.class);
        }
    }

    @Test
    void showsNoValueInItsText() {
        assertThat(Rows.student().object().toString()).doesNotContain("Seefeldt").doesNotContain("fjghh371");
    }

    private Optional<RegistrationObject> read(String xml) throws NotAnObject {
        return RegistrationObject.read(xml);
    }
}
