package weir.engine.clean;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// One written form of a date or a time, as in `dd/MM/yyyy`.
///
/// Days, months, hours, minutes and seconds have one or two digits, years four, `MMM` the English month's first three
/// letters in either case. Everything else stands for itself. The whole text must fit and the date must exist.
///
/// Written by hand because the JDK's formatter took four times as long, and dates are a third of a return's cells.
final class DateForm {

    /// Stands for "no date". A date is one number here, year, month and day in two digits each but the year: reading dates
    /// is too frequent to make an object of each.
    static final int NO_DATE = -1;

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private static final int YEAR = 0;
    private static final int MONTH = 1;
    private static final int DAY = 2;
    private static final int HOUR = 3;
    private static final int MINUTE = 4;
    private static final int SECOND = 5;
    private static final int MONTH_NAME = 6;
    private static final int PARTS = 6;

    private final String form;
    /// What stands at each step: a part's number, or the negative of a character that stands for itself.
    private final int[] steps;

    private DateForm(String form, int[] steps) {
        this.form = form;
        this.steps = steps;
    }

    static DateForm of(String form) {
        int[] steps = new int[form.length()];
        int count = 0;
        for (int at = 0; at < form.length(); ) {
            char c = form.charAt(at);
            int end = at;
            while (end < form.length() && form.charAt(end) == c) {
                end++;
            }
            int part = part(c, end - at);
            if (part >= 0) {
                steps[count++] = part;
                at = end;
            } else {
                steps[count++] = -c;
                at++;
            }
        }
        return new DateForm(form, java.util.Arrays.copyOf(steps, count));
    }

    private static int part(char letter, int length) {
        return switch (letter) {
            case 'y' -> YEAR;
            case 'M' -> length == 3 ? MONTH_NAME : MONTH;
            case 'd' -> DAY;
            case 'H' -> HOUR;
            case 'm' -> MINUTE;
            case 's' -> SECOND;
            default -> -1;
        };
    }

    /// The date as one number, to be taken apart by [#year], [#month] and [#day]; [#NO_DATE] when the text is none.
    int parseDate(String text) {
        int[] parts = new int[PARTS];
        if (!parse(text, parts) || !isTime(parts)) {
            return NO_DATE;
        }
        int year = parts[YEAR];
        int month = parts[MONTH];
        int day = parts[DAY];
        boolean exists = year > 0
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
        return exists ? year * 10_000 + month * 100 + day : NO_DATE;
    }

    static int year(int date) {
        return date / 10_000;
    }

    static int month(int date) {
        return date / 100 % 100;
    }

    static int day(int date) {
        return date % 100;
    }

    Optional<LocalTime> parseTime(String text) {
        int[] parts = new int[PARTS];
        return parse(text, parts) && isTime(parts)
                ? Optional.of(LocalTime.of(parts[HOUR], parts[MINUTE], parts[SECOND]))
                : Optional.empty();
    }

    private static boolean isTime(int[] parts) {
        return parts[HOUR] < 24 && parts[MINUTE] < 60 && parts[SECOND] < 60;
    }

    private boolean parse(String text, int[] parts) {
        int at = 0;
        int length = text.length();
        for (int step : steps) {
            if (step < 0) {
                if (at == length || text.charAt(at) != -step) {
                    return false;
                }
                at++;
            } else if (step == MONTH_NAME) {
                if (at + 3 > length) {
                    return false;
                }
                int month = MONTHS.indexOf(text.substring(at, at + 3).toLowerCase(Locale.ROOT));
                if (month < 0 || month % 3 != 0) {
                    return false;
                }
                parts[MONTH] = month / 3 + 1;
                at += 3;
            } else {
                int most = step == YEAR ? 4 : 2;
                int from = at;
                int number = 0;
                while (at < length && at - from < most && isDigit(text.charAt(at))) {
                    number = number * 10 + text.charAt(at) - '0';
                    at++;
                }
                if (at == from || step == YEAR && at - from != 4) {
                    return false;
                }
                parts[step] = number;
            }
        }
        return at == length;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// An example of this form.
    String format(LocalDateTime example) {
        return DateTimeFormatter.ofPattern(form.replace("T", "'T'").replace("Z", "'Z'"), Locale.ENGLISH).format(example);
    }
}
