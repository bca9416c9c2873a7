package weir.engine.dataset.internal;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import weir.engine.yaml.Faults;
import weir.engine.yaml.Section.Word;

/// Reads regular expressions: plain, or between slashes with flags behind them, as in `/male/i`.
final class Patterns {

    private static final int LENGTH_LIMIT = 1000;

    private Patterns() {}

    static Optional<Pattern> read(Word word, Faults faults) {
        if (word.text().length() > LENGTH_LIMIT) {
            faults.add(word.line(), "A pattern has at most " + LENGTH_LIMIT + " characters: split it.");
            return Optional.empty();
        }
        int end = word.text().lastIndexOf('/');
        boolean isBetweenSlashes = end > 0 && word.text().charAt(0) == '/';
        String expression = isBetweenSlashes ? word.text().substring(1, end) : word.text();
        String letters = isBetweenSlashes ? word.text().substring(end + 1) : "";
        return compile(expression, letters, word.line(), faults);
    }

    /// A pattern that is tried on headers.
    static Optional<Pattern> readForHeaders(Word word, Faults faults) {
        return read(word, faults).filter(pattern -> matchesSomething(pattern, word, faults));
    }

    /// A pattern that is tried on cells in lower case, from their start.
    static Optional<Pattern> readForCells(Word word, Faults faults) {
        Optional<Pattern> pattern = readForHeaders(word, faults);
        if (pattern.isPresent() && hasUpperCase(pattern.get())) {
            faults.add(word.line(), "This pattern can never match, because cells are compared in lower case: write it in lower case.");
            return Optional.empty();
        }
        return pattern;
    }

    private static Optional<Pattern> compile(String expression, String letters, int line, Faults faults) {
        int flags = 0;
        for (int i = 0; i < letters.length(); i++) {
            int flag = flag(letters.charAt(i));
            if (flag == 0) {
                faults.add(line, "'" + letters.charAt(i) + "' is not a flag of a pattern; known are i, m, s, u and x.");
            }
            flags |= flag;
        }
        try {
            return Optional.of(Pattern.compile(expression, flags));
        } catch (PatternSyntaxException e) {
            faults.add(line, "This pattern is not a regular expression: " + e.getDescription() + " near character "
                    + (e.getIndex() + 1) + ".");
            return Optional.empty();
        }
    }

    private static int flag(char letter) {
        return switch (letter) {
            case 'i' -> Pattern.CASE_INSENSITIVE;
            case 'm' -> Pattern.MULTILINE;
            case 's' -> Pattern.DOTALL;
            case 'u' -> Pattern.UNICODE_CASE;
            case 'x' -> Pattern.COMMENTS;
            default -> 0;
        };
    }

    private static boolean matchesSomething(Pattern pattern, Word word, Faults faults) {
        if (pattern.matcher("").lookingAt()) {
            faults.add(word.line(), "This pattern matches anything, even nothing: ask for at least one character.");
            return false;
        }
        return true;
    }

    private static boolean hasUpperCase(Pattern pattern) {
        if ((pattern.flags() & Pattern.CASE_INSENSITIVE) != 0 || pattern.pattern().contains("(?i")) {
            return false;
        }
        String expression = pattern.pattern();
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\') {
                i = afterEscape(expression, i);
            } else if (c >= 'A' && c <= 'Z') {
                return true;
            }
        }
        return false;
    }

    private static int afterEscape(String expression, int backslash) {
        boolean isClass = expression.startsWith("p{", backslash + 1) || expression.startsWith("P{", backslash + 1);
        int close = isClass ? expression.indexOf('}', backslash) : -1;
        return close < 0 ? backslash + 1 : close;
    }
}
