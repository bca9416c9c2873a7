package weir.engine.recognise;

import java.time.LocalDate;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Which years may be held on a day. Facts 5 and 31 of the published behaviour.
final class RetentionWindowTest {

    @ParameterizedTest
    @CsvSource({
        "2016,6,6,2023-05-31,false",
        "2023,6,6,2023-05-31,true",
        "2024,6,6,2023-05-31,false",
        "2024,6,6,2023-06-01,true",
        "2013,10,2,2023-01-31,true",
        "2012,10,2,2023-01-31,false"
    })
    void holdsTheYearsOfItsRule(int year, int years, int startMonth, LocalDate day, boolean isHeld) {
        assertThat(RetentionWindow.on(day, years, startMonth).contains(year)).isEqualTo(isHeld);
    }

    @ParameterizedTest
    @CsvSource({"2023-07-15,6", "2024-01-15,5"})
    void leavesTheYearsOfSeven(LocalDate day, long left) {
        RetentionWindow window = RetentionWindow.on(day, 7, 1);
        assertThat(IntStream.rangeClosed(2016, 2022).filter(window::contains).count()).isEqualTo(left);
    }
}
