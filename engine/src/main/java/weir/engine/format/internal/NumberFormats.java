package weir.engine.format.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Tells which number formats of a workbook show a date, a time of day or both. For one thread.
///
/// Source: ECMA-376, part 1, 18.8.30 and 18.8.31, number formats and their codes.
final class NumberFormats {

    /// Text in quotes, escaped and filling characters, colours and conditions; `[h]`, `[m]` and `[s]` stay.
    private static final Pattern NOT_SHOWN =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hHmMsS]+\\])[^\\]]*\\]", Pattern.DOTALL);

    private static final Pattern DAY = Pattern.compile("[yYdD]");
    private static final Pattern CLOCK = Pattern.compile("[hHsS]");

    private final Map<String, Shows> known = new HashMap<>();

    /// What a format shows of a number.
    enum Shows {
        NUMBER,
        DAY,
        CLOCK
    }

    /// @param format the format's code; empty when there is none
    /// @param id     its number; those below 164 have a meaning of their own
    Shows of(String format, int id) {
        return format.isEmpty() ? builtIn(id) : known.computeIfAbsent(format, NumberFormats::read);
    }

    private static Shows builtIn(int id) {
        boolean day = id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58;
        boolean clock = id >= 18 && id <= 21 || id >= 45 && id <= 47;
        return day ? Shows.DAY : clock ? Shows.CLOCK : Shows.NUMBER;
    }

    private static Shows read(String format) {
        String shown = NOT_SHOWN.matcher(format).replaceAll("");
        int section = shown.indexOf(';');
        String positive = section < 0 ? shown : shown.substring(0, section);
        if (positive.equalsIgnoreCase("General")) {
            return Shows.NUMBER;
        }
        if (DAY.matcher(positive).find()) {
            return Shows.DAY;
        }
        if (CLOCK.matcher(positive).find()) {
            return Shows.CLOCK;
        }
        return positive.indexOf('m') >= 0 || positive.indexOf('M') >= 0 ? Shows.DAY : Shows.NUMBER;
    }
}
