package weir.engine.dataset;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The time a return is about: a year, a month of a year, or a school term of a year.
///
/// A financial year is named by the calendar year it ends in: 1 April 2019 to 31 March 2020 is 2020. Written `2020`,
/// `2020-12` and `2020-autumn`. Periods compare by year, then month or term; a bare year comes before its parts.
public final class Period implements Comparable<Period> {

    /// The three terms of a school year, in the order of a calendar year.
    public enum Term {
        SPRING,
        SUMMER,
        AUTUMN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a dataset's periods are made of.
    public enum Kind {
        NONE,
        YEAR,
        MONTH,
        TERM;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(?:(0[1-9]|1[0-2])|(spring|summer|autumn)))?");

    private final int year;
    private final int month;
    private final int term;

    private Period(int year, int month, int term) {
        this.year = year;
        this.month = month;
        this.term = term;
    }

    public static Period ofYear(int year) {
        return new Period(year, 0, 0);
    }

    /// @param month 1 to 12
    public static Period ofMonth(int year, int month) {
        return new Period(year, month, 0);
    }

    public static Period ofTerm(int year, Term term) {
        return new Period(year, 0, term.ordinal() + 1);
    }

    /// Reads `2020`, `2020-12` or `2020-autumn`; empty when the text is none of these.
    public static Optional<Period> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) != null) {
            return Optional.of(ofMonth(year, Integer.parseInt(matcher.group(2))));
        }
        if (matcher.group(3) != null) {
            return Optional.of(ofTerm(year, Term.valueOf(matcher.group(3).toUpperCase(Locale.ROOT))));
        }
        return Optional.of(ofYear(year));
    }

    public int year() {
        return year;
    }

    /// 1 to 12, when the period is a month.
    public OptionalInt month() {
        return month == 0 ? OptionalInt.empty() : OptionalInt.of(month);
    }

    public Optional<Term> term() {
        return term == 0 ? Optional.empty() : Optional.of(Term.values()[term - 1]);
    }

    @Override
    public int compareTo(Period other) {
        if (year != other.year) {
            return Integer.compare(year, other.year);
        }
        return month == other.month ? Integer.compare(term, other.term) : Integer.compare(month, other.month);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Period period && compareTo(period) == 0;
    }

    @Override
    public int hashCode() {
        return (year * 16 + month) * 4 + term;
    }

    @Override
    public String toString() {
        if (month != 0) {
            return String.format(Locale.ROOT, "%d-%02d", year, month);
        }
        return term == 0 ? Integer.toString(year) : year + "-" + Term.values()[term - 1].word();
    }
}
