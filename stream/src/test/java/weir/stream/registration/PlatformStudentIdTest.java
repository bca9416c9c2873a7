package weir.stream.registration;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The platform's ids: their form, their check, and that none is given twice. Facts 34 and 35.
class PlatformStudentIdTest {

    private static final PlatformStudentId.Form LONG = PlatformStudentId.Form.LONG;
    private static final PlatformStudentId.Form SHORT = PlatformStudentId.Form.SHORT;

    @ParameterizedTest
    @CsvSource({"1, R10000000001E", "7, R10000000007P", "42, R10000000042R", "12345678, R10012345678R", "99999999, R10099999999E"})
    void fact34ANumberHasItsLongId(long number, String id) {
        PlatformStudentId made = PlatformStudentId.of(LONG, number);

        assertThat(made.value()).isEqualTo(id).matches("[QR]\\d{11}[A-Z]");
        assertThat(made.isValid(LONG)).isTrue();
        assertThat(made.hasForm(SHORT)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"80, R100000080R", "81, R100000081K", "26, R100000026P"})
    void fact34ANumberHasItsShortId(long number, String id) {
        assertThat(PlatformStudentId.of(SHORT, number).value()).isEqualTo(id);
        assertThat(new PlatformStudentId(id).isValid(SHORT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"R100000080E", "R100000081R"})
    void fact34AWrongCheckLetterIsSeen(String id) {
        assertThat(new PlatformStudentId(id).hasForm(SHORT)).isTrue();
        assertThat(new PlatformStudentId(id).isValid(SHORT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "R", "X100000080R", "R10000008R", "R1000000800R", "r100000080R", "R10000008AR", "R100000080Z"})
    void whatIsWrittenOtherwiseIsNoId(String text) {
        assertThat(new PlatformStudentId(text).hasForm(SHORT)).isFalse();
    }

    @Test
    void aNumberOutsideHasNoId() {
        assertThatThrownBy(() -> PlatformStudentId.of(LONG, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PlatformStudentId.of(LONG, 100_000_000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noTwoPlacesHaveOneNumber() {
        StudentNumbers numbers = new StudentNumbers(42);
        BitSet given = new BitSet();
        int places = 1_000_000;
        for (long place = 1; place <= places; place++) {
            given.set(Math.toIntExact(numbers.at(place)));
        }
        for (long place = StudentNumbers.LAST - places + 1; place <= StudentNumbers.LAST; place++) {
            given.set(Math.toIntExact(numbers.at(place)));
        }

        assertThat(given.cardinality()).isEqualTo(2 * places);
        assertThat(given.get(0)).isFalse();
        assertThat(given.length()).isLessThanOrEqualTo(100_000_000);
    }

    @Test
    void neighboursLookNothingAlikeAndTheKeyDecides() {
        StudentNumbers numbers = new StudentNumbers(7);
        List<Long> steps = new ArrayList<>();
        for (long place = 1; place <= 100; place++) {
            steps.add(numbers.at(place + 1) - numbers.at(place));
        }

        assertThat(steps).doesNotHaveDuplicates();
        assertThat(numbers.at(5)).isEqualTo(new StudentNumbers(7).at(5)).isNotEqualTo(new StudentNumbers(8).at(5));
    }

    @Test
    void whenAllAreGivenNoneIsGivenTwice() {
        assertThatThrownBy(() -> new StudentNumbers(1).at(StudentNumbers.LAST + 1)).isInstanceOf(StudentNumbersUsedUp.class);
    }

    @Test
    void anIdThatCameInWithAStudentIsNotGivenToAnother() {
        StudentNumbers numbers = new StudentNumbers(3);
        PlatformStudentId taken = PlatformStudentId.of(LONG, numbers.at(1));

        PlatformStudentIds ids = new PlatformStudentIds(LONG, numbers, new AtomicLong()::incrementAndGet, taken::equals);

        assertThat(ids.next()).isEqualTo(PlatformStudentId.of(LONG, numbers.at(2)));
    }
}
