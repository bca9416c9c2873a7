package weir.engine.generate;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class FinancialYearTest {

    @Test
    void beginsOnTheFirstOfAprilAndIsNamedByTheYearItEndsIn() {
        for (LocalDate day = LocalDate.of(1950, 1, 1); day.getYear() < 2110; day = day.plusDays(1)) {
            int year = day.getMonthValue() >= 4 ? day.getYear() + 1 : day.getYear();
            assertThat(FinancialYear.containing((int) day.toEpochDay())).isEqualTo(year);
            assertThat(FinancialYear.of(year).has((int) day.toEpochDay())).isTrue();
        }
    }
}
