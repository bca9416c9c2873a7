package weir.engine.dataset;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// How the dates in a return tell its period, when neither the sender nor the path does.
///
/// @param earliest the fields of which the earliest date counts, whatever their tables; blanks and what is no date do not
/// @param span     what the period is that holds the date
public record DatedPeriod(List<FieldName> earliest, Span span) {

    /// What a date stands for.
    public enum Span {
        /// Its own month.
        MONTH,
        /// The quarter that holds it, named by its last month: January to March is March.
        QUARTER;

        /// The word of the specification language.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public DatedPeriod {
        earliest = List.copyOf(earliest);
    }

    /// The period of a return whose earliest date it is.
    public Period period(LocalDate date) {
        int month = date.getMonthValue();
        return Period.ofMonth(date.getYear(), span == Span.MONTH ? month : (month + 2) / 3 * 3);
    }
}
