package weir.engine.recognise;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the year of a return in its path. A financial year counts as the calendar year it ends in: `2018-19`, `18/19`
/// and `201819` are 2019.
///
/// The folder is asked first, then the file's name, since councils keep a folder per year and names are typed by hand.
public final class PathYear {

    private static final String DAY_MONTH = "(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])";
    /// A year stands at the start of its digits, or behind the day and month of a date: a number that happens to hold 20 is
    /// none.
    private static final Pattern FULL = Pattern.compile(
            "(?:(?<!\\d)|(?<=(?<!\\d)" + DAY_MONTH + "))(20\\d{2})(?:(\\D{0,3})(20\\d{2}|\\d{2}))?");
    private static final Pattern PAIR = Pattern.compile("(?<!\\d)(\\d{2})\\D{0,3}(\\d{2})(?!\\d)");
    private static final Pattern DAY_AND_MONTH = Pattern.compile(DAY_MONTH);

    private PathYear() {}

    /// The nearest folder that speaks of a year wins, then the file's name.
    ///
    /// @param path the path as the user knows it, below the folder handed over, with `/` between folders
    public static OptionalInt find(String path) {
        String[] names = path.split("/", -1);
        for (int i = names.length - 2; i >= 0; i--) {
            OptionalInt year = inText(names[i]);
            if (year.isPresent()) {
                return year;
            }
        }
        return inText(names[names.length - 1]);
    }

    /// The year that a folder's or file's name speaks of.
    public static OptionalInt inText(String text) {
        Matcher full = FULL.matcher(text);
        return full.find() ? OptionalInt.of(endYear(full)) : pairOfYears(text);
    }

    private static int endYear(Matcher full) {
        int year = Integer.parseInt(full.group(1));
        String next = full.group(3);
        if (next == null) {
            return year;
        }
        int second = Integer.parseInt(next);
        if (second == year + 1 || next.length() == 2 && second == (year + 1) % 100) {
            return year + 1;
        }
        boolean isDate = next.length() == 4
                && full.group(2).isEmpty()
                && DAY_AND_MONTH.matcher(full.group(1)).matches();
        return isDate ? second : year;
    }

    /// Two neighbouring years of two digits each, as in `19/20`.
    private static OptionalInt pairOfYears(String text) {
        Matcher pair = PAIR.matcher(text);
        for (int at = 0; at < text.length() && pair.find(at); at = pair.start() + 1) {
            int second = Integer.parseInt(pair.group(2));
            if (second == Integer.parseInt(pair.group(1)) + 1) {
                return OptionalInt.of(2000 + second);
            }
        }
        return OptionalInt.empty();
    }
}
