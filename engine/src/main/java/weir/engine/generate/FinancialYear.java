package weir.engine.generate;

import java.time.LocalDate;
import java.util.stream.IntStream;

/// A year from 1 April to 31 March, named by the year it ends in. Days are counted from 1 January 1970.
///
/// @param year  the year it ends in
/// @param start its first day
/// @param end   its last day
record FinancialYear(int year, int start, int end) {

    private static final int FIRST = 1900;

    /// The first days of the years from 1900 on; a look-up costs a tenth of a calendar's arithmetic.
    private static final int[] STARTS = IntStream.rangeClosed(FIRST, Request.LATEST_YEAR + 100)
            .map(year -> (int) LocalDate.of(year - 1, 4, 1).toEpochDay())
            .toArray();

    static FinancialYear of(int year) {
        return new FinancialYear(year, startOf(year), startOf(year + 1) - 1);
    }

    static int startOf(int year) {
        return STARTS[year - FIRST];
    }

    /// The name of the year that a day lies in.
    static int containing(int day) {
        int year = FIRST + (int) ((day - STARTS[0]) / 365.25);
        if (day < startOf(year)) {
            return year - 1;
        }
        return day < startOf(year + 1) ? year : year + 1;
    }

    /// Whether a stretch of days has one in common with this year.
    boolean meets(int from, int to) {
        return from <= end && to >= start;
    }

    boolean has(int day) {
        return meets(day, day);
    }
}
