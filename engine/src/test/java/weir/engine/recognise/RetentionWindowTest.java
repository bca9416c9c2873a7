package weir.engine.recognise;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Which years may be held on a day. Fact 5 of the published behaviour.
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
}
