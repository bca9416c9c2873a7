package weir.platform.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import weir.platform.secret.Secret;
import weir.platform.unit.DataSize;

/// One thing that may be set.
///
/// @param key       its path in the file, kebab-case: `web.stop-wait`
/// @param kind      what it must be, to follow "must be": `a time such as 30s, 5m or 1h`
/// @param standard  its value, as it would be written, when nobody sets it; empty when it then has none
/// @param doc       one sentence for the reference
/// @param secrecy   whether it may stand in the file and be printed
/// @param parser    reads what was written; empty when it is not of that kind
public record Setting<T>(
        String key, String kind, Optional<String> standard, String doc, Secrecy secrecy, Function<String, Optional<T>> parser) {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

    /// Whether a value may be seen.
    public enum Secrecy {
        /// It may.
        OPEN,
        /// It comes from the environment or from a file of its own, and prints as stars.
        SECRET
    }

    private static <T> Setting<T> open(String key, String kind, String standard, String doc, Function<String, Optional<T>> parser) {
        return new Setting<>(
                key, kind, standard.isEmpty() ? Optional.empty() : Optional.of(standard), doc, Secrecy.OPEN, parser);
    }

    /// A text; an empty `standard` for none.
    public static Setting<String> text(String key, String standard, String doc) {
        return open(key, "text", standard, doc, Optional::of);
    }

    /// One of a few words.
    public static Setting<String> word(String key, List<String> known, String standard, String doc) {
        return open(key, "one of " + String.join(", ", known), standard, doc,
                text -> known.contains(text) ? Optional.of(text) : Optional.empty());
    }

    public static Setting<Integer> number(String key, int standard, int least, int most, String doc) {
        return open(key, "a whole number from " + least + " to " + most, Integer.toString(standard), doc,
                text -> whole(text).filter(number -> number >= least && number <= most));
    }

    private static Optional<Integer> whole(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    public static Setting<Boolean> flag(String key, boolean standard, String doc) {
        return open(key, "true or false", Boolean.toString(standard), doc, text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    public static Setting<Duration> time(String key, String standard, String doc) {
        return open(key, "a time such as 500ms, 30s, 5m, 12h or 7d", standard, doc, Setting::duration);
    }

    private static Optional<Duration> duration(String text) {
        var matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        });
    }

    public static Setting<DataSize> size(String key, String standard, String doc) {
        return open(key, "a size such as 64KB, 8MB or 1GB", standard, doc, DataSize::parse);
    }

    /// A file or folder; what is relative is taken from the folder of the settings file.
    public static Setting<Path> path(String key, String standard, String doc) {
        return open(key, "a path", standard, doc, text -> Optional.of(Path.of(text)));
    }

    /// A list of texts, in the environment with commas between them.
    public static Setting<List<String>> words(String key, String standard, String doc) {
        return new Setting<>(
                key, "a list of texts", Optional.of(standard), doc, Secrecy.OPEN, text -> Optional.of(commas(text)));
    }

    /// A mapping of names to texts, in the environment `name=text` with commas between them.
    public static Setting<Map<String, String>> mapping(String key, String doc) {
        return new Setting<>(key, "a mapping of names to texts", Optional.of(""), doc, Secrecy.OPEN, Setting::named);
    }

    private static List<String> commas(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split(",", -1)) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }

    private static Optional<Map<String, String>> named(String text) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String word : commas(text)) {
            int equals = word.indexOf('=');
            if (equals <= 0) {
                return Optional.empty();
            }
            named.put(word.substring(0, equals).strip(), word.substring(equals + 1).strip());
        }
        return Optional.of(named);
    }

    /// A secret. In the file, `KEY-file` names the file that holds it.
    public static Setting<Secret> secret(String key, String doc) {
        return new Setting<>(key, "a secret", Optional.empty(), doc, Secrecy.SECRET,
                text -> text.isBlank() ? Optional.empty() : Optional.of(Secret.of(text.strip())));
    }

    /// Its name in the environment: `WEIR_WEB_STOP_WAIT`.
    public String variable() {
        return "WEIR_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    public boolean isSecret() {
        return secrecy == Secrecy.SECRET;
    }

    /// Reads a value; empty when it is not of this kind.
    Optional<T> parse(String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
