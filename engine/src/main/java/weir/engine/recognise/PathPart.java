package weir.engine.recognise;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import weir.engine.dataset.Part;

/// Finds in a path what tells a return from the others of its organisation and period.
public final class PathPart {

    private static final Set<String> SCHOOL_TYPES = Set.of("acad", "la");
    /// The identifier stands before the form (`0_5`) and the year, as in `cans_a821f_0_5_2024_jan`.
    private static final Pattern IDENTIFIER = Pattern.compile(
            "(?<![A-Za-z0-9])([A-Za-z0-9]+)_\\d_\\d{1,2}_20\\d{2}(?![0-9])", Pattern.CASE_INSENSITIVE);

    private PathPart() {}

    /// The part of a kind: a school type in lower case, an identifier as it is written. Empty when the path does not say
    /// it.
    ///
    /// @param path the path as the user knows it, below the folder handed over, with `/` between folders
    public static Optional<String> find(Part.Kind kind, String path) {
        return switch (kind) {
            case NONE -> Optional.empty();
            case SCHOOL_TYPE -> PathNames.ask(path, PathPart::schoolType);
            case IDENTIFIER -> identifier(path.substring(path.lastIndexOf('/') + 1))
                    .or(() -> PathNames.ask(path, PathPart::identifier));
        };
    }

    /// `acad` or `la` as a whole word.
    private static Optional<String> schoolType(String name) {
        return PathNames.one(name, word -> SCHOOL_TYPES.contains(word) ? Optional.of(word) : Optional.empty());
    }

    private static Optional<String> identifier(String name) {
        Matcher matcher = IDENTIFIER.matcher(name);
        return matcher.find() && !matcher.group(1).toLowerCase(Locale.ROOT).equals("cans")
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }
}
