package weir.stream.registration;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import weir.stream.error.StreamError;
import weir.stream.message.CsvOrigin;
import weir.stream.message.DocumentId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Who is registered twice. Facts 32 and 33.
class UniqueIdsTest {

    private static final DocumentId UPLOAD = new DocumentId("upload1");

    private final SeenInMemory seen = new SeenInMemory(1_000);
    private final UniqueIds ids = new UniqueIds(seen, UniqueIds.Reach.SCHOOL);

    private List<String> check(long number, Rows row) {
        return ids.check(UPLOAD, number, row.object()).stream().map(UniqueIdsTest::said).toList();
    }

    private static String said(StreamError error) {
        return error.text().lines().limit(2).reduce("", (all, line) -> all + line + "|");
    }

    @Test
    void fact32TheSameLocalIdInTheSameSchoolIsAnError() {
        Rows first = Rows.student().with("LocalId", "fjghh372");
        Rows second = first.with("GivenName", "Another");
        assertThat(check(1, first)).isEmpty();

        List<StreamError> errors = ids.check(UPLOAD, 2, second.object());

        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().asText()).isEqualTo("0:1:2 SRM Unique Identity Check\nUniqueness Error:\n"
                + "There is a duplicate entry with the ACARA School Id + Local Id 48096::fjghh372\nCSV line 1: "
                + second.row().origin().map(CsvOrigin::content).orElse("") + "\n");
    }

    @Test
    void theSameNameAndBirthInTheSameSchoolIsAWarning() {
        check(1, Rows.student());

        assertThat(check(2, Rows.student().with("LocalId", "other"))).containsExactly("Uniqueness Warning:|There is a duplicate"
                + " entry with the ACARA School Id, Given Name, Family Name and Date of Birth"
                + " 48096::Treva::Seefeldt::2004-07-26|");
    }

    @Test
    void fact33TheSameLocalIdInAnotherSchoolIsNothing() {
        check(1, Rows.student().with("ASLSchoolId", "47089"));

        assertThat(check(2, Rows.student().with("ASLSchoolId", "48096"))).isEmpty();
    }

    @Test
    void aFileThatIsSentAgainIsNoDuplicateOfItself() {
        check(1, Rows.student());

        assertThat(ids.check(new DocumentId("upload2"), 1, Rows.student().object())).isEmpty();
    }

    @Test
    void theSameRecordAgainIsNoDuplicateOfItself() {
        check(1, Rows.student());

        assertThat(check(1, Rows.student())).isEmpty();
        assertThat(check(2, Rows.student())).hasSize(2);
        assertThat(check(2, Rows.student())).hasSize(2);
    }

    @Test
    void whoLacksAPartOfAKeyIsNotComparedByIt() {
        check(1, Rows.student().with("ASLSchoolId", ""));

        assertThat(check(2, Rows.student().with("ASLSchoolId", "").with("FamilyName", "Else"))).isEmpty();
    }

    @Test
    void acrossSchoolsAStudentMayNotBeMoreThanFullTime() {
        UniqueIds across = new UniqueIds(seen, UniqueIds.Reach.ALL_SCHOOLS);
        Rows half = Rows.student().with("FTE", "0.5");

        assertThat(across.check(UPLOAD, 1, half.object())).isEmpty();
        assertThat(across.check(UPLOAD, 2, half.with("ASLSchoolId", "47089").object())).isEmpty();
        assertThat(across.check(UPLOAD, 3, half.with("ASLSchoolId", "40987").object())).extracting(UniqueIdsTest::said)
                .containsExactly("Uniqueness Warning:|There is an entry with the same Given Name, Family Name and Date of Birth, and"
                        + " together they are more than full time Treva::Seefeldt::2004-07-26|");
    }

    @Test
    void aPartOfFullTimeThatIsNoNumberCountsNothing() {
        UniqueIds across = new UniqueIds(seen, UniqueIds.Reach.ALL_SCHOOLS);
        Rows odd = Rows.student().with("FTE", "1E+999999999");

        assertThat(across.check(UPLOAD, 1, odd.object())).isEmpty();
        assertThat(across.check(UPLOAD, 2, odd.with("ASLSchoolId", "47089").object())).isEmpty();
    }

    @Test
    void theEarlierRecordsAreCountedSummedAndNamed() {
        add(5, "0.5");
        add(3, "0.25");

        assertThat(add(9, "0.1")).isEqualTo(new SeenStudents.Earlier(2, 3, new BigDecimal("0.75")));
        assertThat(add(3, "0.25")).isEqualTo(new SeenStudents.Earlier(2, 5, new BigDecimal("0.60")));
    }

    private SeenStudents.Earlier add(long number, String fte) {
        return seen.add(UPLOAD, "key", new SeenStudents.Entry(number, new BigDecimal(fte)));
    }

    @Test
    void staffAreNotCompared() {
        ids.check(UPLOAD, 1, Rows.staff().object());

        assertThat(ids.check(UPLOAD, 2, Rows.staff().object())).isEmpty();
    }

    @Test
    void memoryRefusesMoreThanItWasToldAndForgetsAnUpload() {
        UniqueIds small = new UniqueIds(new SeenInMemory(2), UniqueIds.Reach.SCHOOL);
        small.check(UPLOAD, 1, Rows.student().object());
        assertThatThrownBy(() -> small.check(UPLOAD, 2, Rows.student().object())).isInstanceOf(TooManyStudents.class);

        SeenInMemory room = new SeenInMemory(2);
        UniqueIds forgetful = new UniqueIds(room, UniqueIds.Reach.SCHOOL);
        forgetful.check(UPLOAD, 1, Rows.student().object());
        room.forget(UPLOAD);
        assertThat(forgetful.check(UPLOAD, 2, Rows.student().object())).isEmpty();
    }
}
