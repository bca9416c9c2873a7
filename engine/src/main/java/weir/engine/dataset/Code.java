package weir.engine.dataset;

import java.util.List;
import java.util.regex.Pattern;

/// One code of a category: `N1` of the need codes.
///
/// @param code     what outputs hold
/// @param names    other ways to write it, matched without regard to case
/// @param patterns regular expressions that match from the start of the lower-cased cell
/// @param meaning  the code in words, for people; never matched; empty when it says nothing more
public record Code(String code, List<String> names, List<Pattern> patterns, String meaning) {

    public Code {
        names = List.copyOf(names);
        patterns = List.copyOf(patterns);
    }

    /// A code that means what its first name says.
    public Code(String code, List<String> names, List<Pattern> patterns) {
        this(code, names, patterns, names.isEmpty() ? "" : names.getFirst());
    }

    public static Code of(String code, String... names) {
        return new Code(code, List.of(names), List.of());
    }
}
