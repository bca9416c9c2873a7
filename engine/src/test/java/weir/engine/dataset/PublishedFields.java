package weir.engine.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Says in the same words what our field and a published column are, so that the two can be compared.
final class PublishedFields {

    private PublishedFields() {}

    /// What a field is: `required`, `type`, `headers`, and `code …` for each of its codes.
    static Map<String, String> of(Field field) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("required", String.valueOf(field.isRequired()));
        facts.put("headers", headers(field.headerPatterns().stream().map(PublishedFields::written).toList()));
        facts.put("type", switch (field.type()) {
            case FieldType.Text(OptionalInt _) -> "text";
            case FieldType.Postcode _ -> "postcode";
            case FieldType.Matching(Pattern pattern, String _) -> "pattern " + pattern.pattern();
            case FieldType.Whole(OptionalLong min, OptionalLong max) -> "integer " + bound(min) + " to " + bound(max);
            case FieldType.Age(OptionalLong min, OptionalLong max) -> "age " + bound(min) + " to " + bound(max);
            case FieldType.Decimal decimal -> "decimal " + decimal.min().map(Object::toString).orElse("any") + " to "
                    + decimal.max().map(Object::toString).orElse("any") + ", places "
                    + (decimal.places().isPresent() ? String.valueOf(decimal.places().getAsInt()) : "any");
            case FieldType.Date(List<String> formats) -> "date " + String.join(", ", formats);
            case FieldType.Time(List<String> formats) -> "time " + String.join(", ", formats);
            case FieldType.Bool _ -> "boolean";
            case FieldType.Category _ -> "category";
        });
        if (field.type() instanceof FieldType.Category(String _, List<Code> codes)) {
            Ways ways = new Ways();
            codes.forEach(code -> ways.add(code.code(), code.names(), code.patterns().stream().map(PublishedFields::written).toList()));
            ways.putInto(facts);
        }
        return facts;
    }

    /// What a published column is.
    static Map<String, String> of(Map<String, Object> column) {
        Map<String, String> facts = new TreeMap<>();
        String blank = String.valueOf(column.get("canbeblank")).toLowerCase(Locale.ROOT);
        facts.put("required", String.valueOf(blank.equals("no") || blank.equals("false")));
        facts.put("headers", headers(texts(column.get("header_regex"))));
        facts.put("type", type(column));
        Ways ways = new Ways();
        for (Object one : PublishedTables.list(column.get("category"))) {
            Map<String, Object> code = PublishedTables.map(one);
            ways.add(String.valueOf(code.get("code")), texts(code.get("name")), texts(code.get("cell_regex")));
        }
        ways.putInto(facts);
        return facts;
    }

    private static String type(Map<String, Object> column) {
        if (column.containsKey("string")) {
            return switch (String.valueOf(column.get("string"))) {
                case "alphanumeric" -> "text";
                case "regex" -> "pattern " + literal(texts(column.get("cell_regex")).getFirst());
                default -> String.valueOf(column.get("string"));
            };
        }
        if (column.containsKey("numeric")) {
            if (!(column.get("numeric") instanceof Map)) {
                return column.get("numeric") + " any to any";
            }
            return number(PublishedTables.map(column.get("numeric")));
        }
        if (column.containsKey("date")) {
            return "date " + form(column.get("date"));
        }
        if (column.containsKey("time")) {
            return "time " + form(column.get("time"));
        }
        return column.containsKey("category") ? "category" : "none";
    }

    private static String number(Map<String, Object> numeric) {
        String range = (numeric.containsKey("min_value") ? numeric.get("min_value") : "any") + " to "
                + (numeric.containsKey("max_value") ? numeric.get("max_value") : "any");
        if (String.valueOf(numeric.get("age")).equalsIgnoreCase("true")) {
            return "age " + range;
        }
        return switch (String.valueOf(numeric.get("type"))) {
            case "integer" -> "integer " + range;
            default -> "decimal " + range + ", places " + numeric.getOrDefault("decimal_places", "any");
        };
    }

    private static String form(@Nullable Object format) {
        return String.valueOf(format).replace("%d", "dd").replace("%m", "MM").replace("%b", "MMM").replace("%Y", "yyyy")
                .replace("%H", "HH").replace("%M", "mm").replace("%S", "ss");
    }

    private static String bound(OptionalLong bound) {
        return bound.isPresent() ? String.valueOf(bound.getAsLong()) : "any";
    }

    private static List<String> texts(@Nullable Object value) {
        return PublishedTables.list(value).stream().map(String::valueOf).toList();
    }

    /// The ways in which the codes of a list may be written. Case does not count; what stands for two codes means the first.
    private static final class Ways {

        private final Map<String, TreeSet<String>> ofCodes = new TreeMap<>();
        private final Set<String> known = new HashSet<>();

        void add(String code, List<String> names, List<String> patterns) {
            TreeSet<String> ways = ofCodes.computeIfAbsent("code " + fold(code), _ -> new TreeSet<>());
            known.add(fold(code));
            names.stream().map(PublishedFields::fold).filter(known::add).forEach(ways::add);
            patterns.stream().map(PublishedFields::literal).map(PublishedFields::fold).map(pattern -> pattern.replaceAll("\\.\\*$", "")).filter(known::add).forEach(ways::add);
        }

        void putInto(Map<String, String> facts) {
            ofCodes.forEach((code, ways) -> facts.put(code, ways.toString()));
        }
    }

    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /// The alternatives of patterns, each without what stands for any text at its ends.
    private static String headers(List<String> patterns) {
        TreeSet<String> all = new TreeSet<>();
        for (String pattern : patterns) {
            List<String> parts = new ArrayList<>();
            split(literal(pattern), parts);
            parts.forEach(part -> all.add(Objects.requireNonNull(part).toLowerCase(Locale.ROOT)
                    .replaceAll("^\\^?(\\.\\*)?|(\\.\\*)?\\$?$", "").strip()));
        }
        return all.toString();
    }

    private static void split(String pattern, List<String> parts) {
        int depth = 0;
        int start = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '|' && depth == 0) {
                parts.add(pattern.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(pattern.substring(start));
    }

    /// What stands between the separators of `/pattern/flags`.
    private static String literal(String written) {
        String text = written.strip();
        int end = text.lastIndexOf(text.charAt(0));
        return text.startsWith("/") && end > 0 ? text.substring(1, end) : text;
    }

    private static String written(Pattern pattern) {
        return "/" + pattern.pattern() + "/";
    }
}
