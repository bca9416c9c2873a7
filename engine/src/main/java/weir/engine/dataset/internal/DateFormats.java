package weir.engine.dataset.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import weir.engine.yaml.Section;
import weir.engine.yaml.Section.Word;

/// Reads the forms in which dates and times are written.
///
/// A form is made of `dd`, `MM`, `MMM`, `yyyy`, `HH`, `mm` and `ss`, each once, with separators between them. A separator
/// is anything but a letter; only the `T` between a date and its time
/// and the `Z` behind them are, too.
final class DateFormats {

    private static final Set<String> PARTS = Set.of("dd", "MM", "MMM", "yyyy", "HH", "mm", "ss");

    private DateFormats() {}

    static List<String> ofDates(Section field) {
        return read(field, "dd/MM/yyyy", List.of("dd", "yyyy"));
    }

    static List<String> ofTimes(Section field) {
        return read(field, "HH:mm", List.of("HH", "mm"));
    }

    private static List<String> read(Section field, String example, List<String> needed) {
        List<Word> words = new ArrayList<>(field.words("format"));
        words.addAll(field.words("formats"));
        if (words.isEmpty()) {
            field.fault("type", "A field of this type needs a format, as in " + example + ".");
        }
        List<String> formats = new ArrayList<>();
        for (Word word : words) {
            if (isUnderstood(word.text(), needed)) {
                formats.add(word.text());
            } else {
                field.faults().add(word.line(), "'" + word.text()
                        + "' is not a form of this type: use dd, MM or MMM, yyyy, HH, mm and ss, as in " + example + ".");
            }
        }
        return formats;
    }

    private static boolean isUnderstood(String format, List<String> needed) {
        List<String> parts = parts(format);
        boolean isDate = needed.contains("dd");
        boolean hasMonth = parts.contains("MM") || parts.contains("MMM");
        return PARTS.containsAll(parts)
                && Set.copyOf(parts).size() == parts.size()
                && parts.containsAll(needed)
                && isDate == hasMonth
                && isDate == parts.contains("yyyy")
                && !(parts.contains("MM") && parts.contains("MMM"));
    }

    private static List<String> parts(String format) {
        List<String> parts = new ArrayList<>();
        int i = 0;
        while (i < format.length()) {
            char letter = format.charAt(i);
            int end = i + 1;
            while (end < format.length() && format.charAt(end) == letter) {
                end++;
            }
            boolean isSeparator = !Character.isLetter(letter) || ((letter == 'T' || letter == 'Z') && end == i + 1);
            if (!isSeparator) {
                parts.add(format.substring(i, end));
            }
            i = end;
        }
        return parts;
    }
}
