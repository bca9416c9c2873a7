package weir.engine.dataset;

import java.util.List;
import java.util.regex.Pattern;

/// One code of a category: `N1` of the need codes.
///
/// @param code     what outputs hold
/// @param names    other ways to write it, matched without regard to case; the first is the code's meaning in words
/// @param patterns regular expressions that match from the start of the lower-cased cell
public record Code(String code, List<String> names, List<Pattern> patterns) {

    public Code {
        names = List.copyOf(names);
        patterns = List.copyOf(patterns);
    }

    public static Code of(String code, String... names) {
        return new Code(code, List.of(names), List.of());
    }
}
