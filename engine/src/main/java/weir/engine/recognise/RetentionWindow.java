package weir.engine.recognise;

import java.time.LocalDate;

/// The years of returns that may be held on a day.
///
/// @param first the earliest year
/// @param last  the latest year
public record RetentionWindow(int first, int last) {

    /// From the month in which the next year's return may be handed in, the window lies a year further on.
    ///
    /// @param years      how many years are held
    /// @param startMonth 1 to 12
    public static RetentionWindow on(LocalDate day, int years, int startMonth) {
        int shift = day.getMonthValue() < startMonth ? 0 : 1;
        return new RetentionWindow(day.getYear() - years + shift, day.getYear() + shift);
    }

    public boolean contains(int year) {
        return year >= first && year <= last;
    }
}
