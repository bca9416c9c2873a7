package weir.engine.rule;

import java.time.LocalDate;
import java.util.Map;

import weir.engine.dataset.Period;

/// The year of a return: 1 April to 31 March, named by the calendar year it ends in.
///
/// @param start its first day: `year_start` in conditions and queries
/// @param end   its last day: `year_end`
public record CollectionYear(LocalDate start, LocalDate end) {

    public static CollectionYear of(Period period) {
        return new CollectionYear(LocalDate.of(period.year() - 1, 4, 1), LocalDate.of(period.year(), 3, 31));
    }

    /// The same year one earlier.
    public CollectionYear before() {
        return new CollectionYear(start.minusYears(1), end.minusYears(1));
    }

    /// What conditions and queries may name.
    public Map<String, LocalDate> names() {
        return Map.of("year_start", start, "year_end", end);
    }
}
