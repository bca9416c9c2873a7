package weir.engine.recognise;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weir.engine.dataset.Period.Term;

import static org.assertj.core.api.Assertions.assertThat;

/// Which school term a path speaks of.
final class PathTermTest {

    @ParameterizedTest
    @CsvSource({
        "2024_autumn_summerhalfterm2sessiondetailsoffroll.csv,AUTUMN",
        "2025_Spring_senneeds.csv,SPRING",
        "OCT 2024,AUTUMN",
        "2025_JAN_pupilonroll,SPRING",
        "census May 2025,SUMMER",
        "October 2024,AUTUMN",
        "january,SPRING",
    })
    void readsATermOrTheMonthOfItsCensus(String text, Term term) {
        assertThat(PathTerm.inText(text)).contains(term);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mayor", "octagon", "springfield", "2024_feb", "autumn and spring", ""})
    void isNotMisledByOtherWords(String text) {
        assertThat(PathTerm.inText(text)).isEmpty();
    }

    @Test
    void believesTheTermMoreThanAMonthBesideIt() {
        assertThat(PathTerm.inText("autumn census, sent Jan 2025")).contains(Term.AUTUMN);
    }
}
