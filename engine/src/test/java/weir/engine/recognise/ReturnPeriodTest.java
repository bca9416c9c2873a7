package weir.engine.recognise;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import weir.engine.dataset.Period;
import weir.engine.dataset.Period.Kind;
import weir.engine.dataset.Period.Term;
import weir.engine.recognise.ReturnPeriod.Finding;
import weir.engine.recognise.ReturnPeriod.Lack;

import static org.assertj.core.api.Assertions.assertThat;

/// How the period of a return is made from what the sender and the path say.
final class ReturnPeriodTest {

    private static Finding find(Kind kind, String path) {
        return ReturnPeriod.find(kind, Optional.empty(), path);
    }

    @Test
    void makesAPeriodOfTheKindTheDatasetHas() {
        String path = "school/2024_autumn_oct.csv";

        assertThat(find(Kind.YEAR, path)).isEqualTo(new Finding.Found(Period.ofYear(2024)));
        assertThat(find(Kind.MONTH, path)).isEqualTo(new Finding.Found(Period.ofMonth(2024, 10)));
        assertThat(find(Kind.TERM, path)).isEqualTo(new Finding.Found(Period.ofTerm(2024, Term.AUTUMN)));
        assertThat(find(Kind.NONE, "postcodes.csv")).isEqualTo(new Finding.Found(Period.ofYear(0)));
    }

    @Test
    void saysWhatThePathLacks() {
        assertThat(find(Kind.YEAR, "episodes.csv")).isEqualTo(new Finding.Missing(Lack.YEAR));
        assertThat(find(Kind.MONTH, "feb.csv")).isEqualTo(new Finding.Missing(Lack.YEAR));
        assertThat(find(Kind.MONTH, "2024.csv")).isEqualTo(new Finding.Missing(Lack.MONTH));
        assertThat(find(Kind.TERM, "2024_feb.csv")).isEqualTo(new Finding.Missing(Lack.TERM));
    }

    @Test
    void fillsAStatedYearWithTheMonthOfThePath() {
        assertThat(ReturnPeriod.find(Kind.MONTH, Optional.of(Period.ofYear(2021)), "pnw_2020_mar.csv"))
                .isEqualTo(new Finding.Found(Period.ofMonth(2021, 3)));
        assertThat(ReturnPeriod.find(Kind.MONTH, Optional.of(Period.ofMonth(2021, 12)), "pnw_2020_mar.csv"))
                .isEqualTo(new Finding.Found(Period.ofMonth(2021, 12)));
        assertThat(ReturnPeriod.find(Kind.YEAR, Optional.of(Period.ofMonth(2021, 12)), "a.csv"))
                .isEqualTo(new Finding.Found(Period.ofYear(2021)));
    }
}
