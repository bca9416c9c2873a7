package weir.engine.recognise;

import java.time.Month;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Finds the month of a return in its path: a whole word that is the name of a month, in full or its first three
/// letters. `Marlborough` is no March. The nearest folder that names one month wins, then the file's name; a name with two
/// months says nothing.
public final class PathMonth {

    private PathMonth() {}

    /// @param path the path as the user knows it, below the folder handed over, with `/` between folders
    public static Optional<Month> find(String path) {
        return PathNames.ask(path, PathMonth::inText);
    }

    /// The month that a folder's or file's name speaks of.
    public static Optional<Month> inText(String text) {
        return PathNames.one(text, PathMonth::named);
    }

    static Optional<Month> named(String word) {
        return Arrays.stream(Month.values())
                .filter(month -> word.equals(name(month)) || word.equals(name(month).substring(0, 3)))
                .findFirst();
    }

    private static String name(Month month) {
        return month.name().toLowerCase(Locale.ROOT);
    }
}
