package weir.engine.generate;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Makes up text that a simple regular expression matches: letters and digits, classes such as `[A-Za-z]` and `\d`,
/// groups with alternatives, and `{n}`. For one thread.
final class PatternText {

    private final String expression;
    private final RandomGenerator random;
    private int at;

    private PatternText(String expression, RandomGenerator random) {
        this.expression = expression;
        this.random = random;
    }

    /// Empty when the expression is not simple enough.
    static String draw(Pattern pattern, RandomGenerator random) {
        String text = new PatternText(pattern.pattern(), random).alternatives();
        return pattern.matcher(text).matches() ? text : "";
    }

    private String alternatives() {
        String chosen = sequence();
        int count = 1;
        while (at < expression.length() && expression.charAt(at) == '|') {
            at++;
            String other = sequence();
            count++;
            if (random.nextInt(count) == 0) {
                chosen = other;
            }
        }
        return chosen;
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < expression.length() && expression.charAt(at) != '|' && expression.charAt(at) != ')') {
            int from = at;
            String piece = piece();
            int end = at;
            int times = times();
            int behind = at;
            text.append(times == 0 ? "" : piece);
            for (int i = 1; i < times; i++) {
                at = from;
                text.append(piece());
            }
            at = times > 1 && end <= behind ? behind : at;
        }
        return text.toString();
    }

    private String piece() {
        char letter = expression.charAt(at++);
        return switch (letter) {
            case '(' -> {
                String group = alternatives();
                at = Math.min(at + 1, expression.length());
                yield group;
            }
            case '[' -> {
                int from = at;
                at = Math.max(expression.indexOf(']', at), at) + 1;
                yield letterOf(expression.substring(from, at));
            }
            case '\\' -> expression.charAt(at++) == 'd' ? Integer.toString(random.nextInt(10)) : "";
            default -> Character.toString(letter);
        };
    }

    /// A letter of a class, as in `A-Za-z]`.
    private String letterOf(String letters) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < letters.length() - 1; i++) {
            if (i + 2 < letters.length() - 1 && letters.charAt(i + 1) == '-') {
                for (char letter = letters.charAt(i); letter <= letters.charAt(i + 2); letter++) {
                    all.append(letter);
                }
                i += 2;
            } else {
                all.append(letters.charAt(i));
            }
        }
        return all.isEmpty() ? "" : Character.toString(all.charAt(random.nextInt(all.length())));
    }

    /// How often the piece before stands.
    private int times() {
        if (at >= expression.length()) {
            return 1;
        }
        char sign = expression.charAt(at);
        if (sign == '?' || sign == '*' || sign == '+') {
            at++;
            return sign == '?' ? random.nextInt(2) : 1;
        }
        int close = sign == '{' ? expression.indexOf('}', at) : -1;
        if (close < 0) {
            return 1;
        }
        String least = expression.substring(at + 1, close).split(",", -1)[0];
        at = close + 1;
        return Integer.parseInt(least);
    }
}
