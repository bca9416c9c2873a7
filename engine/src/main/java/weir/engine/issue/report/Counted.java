package weir.engine.issue.report;

import java.util.Locale;

/// Numbers of things in words, the same in every locale: `1 row`, `1,204 rows`.
final class Counted {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

    private Counted() {}

    static String words(long count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// A size as a person reads it: `812 bytes`, `1.2 MB`. A kB is 1,000 bytes.
    static String bytes(long bytes) {
        if (bytes < 1000) {
            return words(bytes, "byte");
        }
        double size = bytes / 1000.0;
        int unit = 0;
        while (size >= 999.5) {
            size /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, size < 9.95 ? "%.1f %s" : "%.0f %s", size, UNITS[unit]);
    }
}
