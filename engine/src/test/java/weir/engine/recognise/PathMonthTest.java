package weir.engine.recognise;

import java.time.Month;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Which month a path speaks of. Fact 3 of the published behaviour, and words that only look like months.
final class PathMonthTest {

    @ParameterizedTest
    @CsvSource({
        "annex_a_FEB_2022,FEBRUARY",
        "april,APRIL",
        "pnw census Dec2020.xlsx,DECEMBER",
        "2021-mar,MARCH",
        "Return for September 2024.xlsx,SEPTEMBER",
    })
    void readsTheNameOfAMonth(String text, Month month) {
        assertThat(PathMonth.inText(text)).contains(month);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file_apeel_2012", "Marlborough", "decision_2020", "marked 2021", "sept", "2020-12", ""})
    void isNotMisledByOtherWords(String text) {
        assertThat(PathMonth.inText(text)).isEmpty();
    }

    @Test
    void takesANameWithTwoMonthsForNone() {
        assertThat(PathMonth.inText("jan to mar 2024")).isEmpty();
        assertThat(PathMonth.find("2024 mar/jan to feb.xlsx")).contains(Month.MARCH);
    }

    @Test
    void asksTheNearestFolderBeforeTheFile() {
        assertThat(PathMonth.find("2022 mar/annex_a_feb.xlsx")).contains(Month.MARCH);
        assertThat(PathMonth.find("2022/annex_a_feb.xlsx")).contains(Month.FEBRUARY);
    }
}
