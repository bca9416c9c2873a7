package weir.stream.registration;

import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What a student becomes before it goes on. Facts 34 and 35.
class StudentPreparationTest {

    private final AtomicLong asked = new AtomicLong();
    private final StudentPreparation withIds = StudentPreparation.withIds(
            () -> PlatformStudentId.of(PlatformStudentId.Form.LONG, asked.incrementAndGet()));

    private static RegistrationObject again(String xml) throws NotAnObject {
        return RegistrationObject.read(xml).orElseThrow();
    }

    @Test
    void aStudentWithoutAnIdGetsOneAndNothingElseChanges() throws NotAnObject {
        RegistrationObject student = Rows.student().with("PlatformId", "").object();

        String prepared = withIds.prepare(student);

        assertThat(again(prepared).value("PlatformId")).isEqualTo("R10000000001E");
        assertThat(prepared.replace("<OtherId Type=\"NAPPlatformStudentId\">R10000000001E</OtherId>", ""))
                .isEqualTo(student.xml());
    }

    @Test
    void aStudentWithAnIdKeepsIt() {
        RegistrationObject student = Rows.student().object();

        assertThat(withIds.prepare(student)).isEqualTo(student.xml());
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<StudentPersonal RefId=\"r\"><LocalId>1</LocalId><PersonInfo/></StudentPersonal>",
        "<StudentPersonal RefId=\"r\"><LocalId>1</LocalId></StudentPersonal>",
        "<StudentPersonal RefId=\"r\"><OtherIdList/><PersonInfo/></StudentPersonal>",
        "<StudentPersonal RefId=\"r\"><OtherIdList></OtherIdList></StudentPersonal>",
        "<StudentPersonal RefId=\"r\"><OtherIdList><OtherId Type=\"X\">a</OtherId></OtherIdList></StudentPersonal>",
        "<StudentPersonal RefId=\"r\"><OtherIdList><OtherId Type=\"NAPPlatformStudentId\"/></OtherIdList></StudentPersonal>",
        "<StudentPersonal RefId=\"r\"><OtherIdList><OtherId Type=\"NAPPlatformStudentId\"> </OtherId></OtherIdList></StudentPersonal>",
        "<?xml version=\"1.0\"?>\n<!-- a --><s:StudentPersonal xmlns:s=\"urn:x\" RefId=\"r\"><s:LocalId>1</s:LocalId></s:StudentPersonal>"
    })
    void hasAPlaceForTheIdWhateverTheStudentHas(String xml) throws NotAnObject {
        RegistrationObject prepared = again(withIds.prepare(again(xml)));

        assertThat(prepared.value("PlatformId")).isEqualTo("R10000000001E");
        assertThat(prepared.xml().split("NAPPlatformStudentId", -1)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UGPri", "UGSec", "UGJunSec", "UGSnrSec"})
    void fact35TheFinerFormsOfUngradedAreUngraded(String level) {
        RegistrationObject student = Rows.student().with("YearLevel", level).object();

        assertThat(StudentPreparation.withoutIds().prepare(student))
                .isEqualTo(student.xml().replace("<Code>" + level + "</Code>", "<Code>UG</Code>"))
                .contains("<Code>UG</");
    }

    @Test
    void theIdAndTheLevelAreChangedTogether() throws NotAnObject {
        RegistrationObject prepared = again(withIds.prepare(
                Rows.student().with("PlatformId", "").with("YearLevel", "UGPri").object()));

        assertThat(prepared.value("YearLevel") + prepared.value("PlatformId")).isEqualTo("UGR10000000001E");
        assertThat(Schema.registration().errors(prepared.xml())).isEmpty();
    }

    @Test
    void placesStayRightWhateverTheOrderAndTheLetters() throws NotAnObject {
        RegistrationObject student = again("<StudentPersonal RefId=\"r\"><LocalId>\u00e9\u4e2d\uD83D\uDE00</LocalId>"
                + "<MostRecent><YearLevel><Code>UGSnrSec</Code></YearLevel></MostRecent></StudentPersonal>");

        assertThat(withIds.prepare(student)).isEqualTo("<StudentPersonal RefId=\"r\"><LocalId>\u00e9\u4e2d\uD83D\uDE00</LocalId>"
                + "<MostRecent><YearLevel><Code>UG</Code></YearLevel></MostRecent><OtherIdList><OtherId"
                + " Type=\"NAPPlatformStudentId\">R10000000001E</OtherId></OtherIdList></StudentPersonal>");
    }

    @Test
    void staffStayAsTheyAre() {
        RegistrationObject staff = Rows.staff().object();

        assertThat(withIds.prepare(staff)).isEqualTo(staff.xml());
    }
}
