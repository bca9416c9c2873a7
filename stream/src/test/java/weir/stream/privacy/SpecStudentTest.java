package weir.stream.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import weir.stream.message.Level;

import static org.assertj.core.api.Assertions.assertThat;

/// One student at the five levels, with the lists that come with the program. Facts 12 to 17.
class SpecStudentTest {

    private static final String ZERO = "00000000-0000-0000-0000-000000000000";

    private static final String STUDENT = """
            <StudentPersonal xmlns="http://www.sifassociation.org/au/datamodel/3.4" RefId="7c834ea9-eda1-2090-347f-83297e1c290c">
              <LocalId>l1</LocalId>
              <StateProvinceId>sp1</StateProvinceId>
              <OtherIdList><OtherId Type="SectorStudentId">o1</OtherId></OtherIdList>
              <PersonInfo>
                <Name Type="LGL">
                  <FamilyName>f1</FamilyName><GivenName>g1</GivenName><MiddleName>m1</MiddleName>
                  <PreferredGivenName>p1</PreferredGivenName>
                </Name>
                <Demographics>
                  <IndigenousStatus>3</IndigenousStatus><Sex>1</Sex><BirthDate>1990-09-26</BirthDate>
                  <CountryOfBirth>1101</CountryOfBirth>
                  <LanguageList><Language><Code>0001</Code><LanguageType>1</LanguageType></Language></LanguageList>
                  <VisaSubClass>101</VisaSubClass><LBOTE>N</LBOTE>
                </Demographics>
                <AddressList><Address Type="0123" Role="2382">
                  <Street><Line1>s1</Line1></Street><City>c1</City><StateProvince>VIC</StateProvince>
                  <Country>1101</Country><PostalCode>9999</PostalCode>
                </Address></AddressList>
                <EmailList><Email Type="01">e1</Email></EmailList>
              </PersonInfo>
              <MostRecent>
                <SchoolLocalId>sl1</SchoolLocalId><YearLevel><Code>7</Code></YearLevel><FTE>1.0</FTE>
                <Parent1Language>1201</Parent1Language><Parent2Language>1201</Parent2Language>
                <Parent1EmploymentType>1</Parent1EmploymentType><Parent1SchoolEducationLevel>2</Parent1SchoolEducationLevel>
                <Parent1NonSchoolEducation>5</Parent1NonSchoolEducation>
                <SchoolACARAId>a1</SchoolACARAId><TestLevel><Code>7</Code></TestLevel><ClassCode>7D</ClassCode>
              </MostRecent>
            </StudentPersonal>""";

    private final PrivacyFilter filter;

    SpecStudentTest() throws IOException {
        filter = new PrivacyFilter(SensitivityFile.shipped());
    }

    @Test
    void fact12NoneIsTheObjectAsItCame() {
        assertThat(at(STUDENT, Level.NONE)).isEqualTo("<?xml version=\"1.0\"?>\n" + STUDENT);
    }

    @Test
    void fact13LowLacksTheStateIdOnly() {
        assertThat(changes(STUDENT, Level.LOW)).containsExactly("StateProvinceId=ZZREDACTED");
    }

    @Test
    void fact14MediumLacksDatesOfBirthVisasAndAddresses() {
        assertThat(changes(STUDENT, Level.MEDIUM)).containsExactly(
                "StateProvinceId=ZZREDACTED", "BirthDate=1582-10-15", "VisaSubClass=ZZREDACTED", "Line1=ZZREDACTED",
                "City=ZZREDACTED", "StateProvince=ZZREDACTED", "Country=ZZREDACTED", "PostalCode=ZZREDACTED");
    }

    @Test
    void fact15HighLacksWhoTheStudentIs() {
        assertThat(changes(STUDENT, Level.HIGH)).containsExactly(
                "RefId=" + ZERO, "LocalId=ZZREDACTED", "StateProvinceId=ZZREDACTED", "OtherId=ZZREDACTED",
                "FamilyName=ZZREDACTED", "GivenName=ZZREDACTED", "MiddleName=ZZREDACTED", "PreferredGivenName=ZZREDACTED",
                "IndigenousStatus=ZZREDACTED", "Sex=ZZREDACTED", "BirthDate=1582-10-15", "CountryOfBirth=ZZREDACTED",
                "Code=ZZREDACTED", "LanguageType=ZZREDACTED", "VisaSubClass=ZZREDACTED", "Line1=ZZREDACTED",
                "City=ZZREDACTED", "StateProvince=ZZREDACTED", "Country=ZZREDACTED", "PostalCode=ZZREDACTED",
                "Email=ZZREDACTED", "Parent1Language=ZZREDACTED", "Parent2Language=ZZREDACTED",
                "Parent1EmploymentType=ZZREDACTED", "Parent1SchoolEducationLevel=ZZREDACTED",
                "Parent1NonSchoolEducation=ZZREDACTED");
    }

    @Test
    void fact16ExtremeLacksTheSchoolAndTheYearAndKeepsTheTestLevel() {
        List<String> extreme = changes(STUDENT, Level.EXTREME);
        List<String> high = changes(STUDENT, Level.HIGH);

        assertThat(extreme).containsAll(high);
        assertThat(extreme).hasSize(high.size() + 2).contains("SchoolLocalId=ZZREDACTED");
        assertThat(at(STUDENT, Level.EXTREME))
                .contains("<YearLevel><Code>ZZREDACTED</Code></YearLevel>")
                .contains("<TestLevel><Code>7</Code></TestLevel>", "<FTE>1.0</FTE>", "<SchoolACARAId>a1<", "<ClassCode>7D<",
                        "<LBOTE>N<");
    }

    @Test
    void fact17ATimeThatIsTakenOutIsATime() {
        String attendance = "<StudentDailyAttendance RefId=\"r\"><Date>2016-01-02</Date><SchoolYear>2016</SchoolYear>"
                + "<TimeIn>08:55:00</TimeIn><AbsenceValue>0.5</AbsenceValue></StudentDailyAttendance>";

        assertThat(at(attendance, Level.HIGH)).contains("<TimeIn>08:55:00</TimeIn>");
        assertThat(at(attendance, Level.EXTREME)).endsWith("<StudentDailyAttendance RefId=\"" + ZERO + "\"><Date>1582-10-15</Date>"
                + "<SchoolYear>2000</SchoolYear><TimeIn>00:00:00</TimeIn><AbsenceValue>0.00</AbsenceValue></StudentDailyAttendance>");
    }

    private String at(String object, Level level) {
        return new String(filter.filter(object.getBytes(StandardCharsets.UTF_8), 0).at(level), StandardCharsets.UTF_8);
    }

    /// The values that differ from those of the object, in its order.
    private List<String> changes(String object, Level level) {
        List<String> before = values(object);
        List<String> after = values(at(object, level));
        List<String> changes = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                changes.add(after.get(i));
            }
        }
        assertThat(after).hasSameSizeAs(before);
        return changes;
    }

    private static List<String> values(String xml) {
        List<String> values = new ArrayList<>();
        Matcher value = Pattern.compile("(RefId)=\"([^\"]*)\"|<(\\w+)[^>]*>([^<>\\n]+)<").matcher(xml);
        while (value.find()) {
            values.add(value.group(1) != null ? value.group(1) + "=" + value.group(2) : value.group(3) + "=" + value.group(4));
        }
        return values;
    }
}
