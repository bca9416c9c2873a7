package weir.engine.dataset.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;

import weir.engine.dataset.FieldType;
import weir.engine.yaml.Nearest;
import weir.engine.yaml.Section;
import weir.engine.yaml.Section.Word;
import weir.engine.yaml.YamlValue;
import weir.engine.yaml.YamlValue.Kind;
import weir.engine.yaml.YamlValue.Scalar;

/// Reads what a field may hold.
final class TypeReader {

    private static final Set<String> OF_ANY_TYPE =
            Set.of("type", "title", "required", "also", "header-patterns", "source", "element", "repeats");

    private static final List<String> TYPES = List.of(
            "text", "postcode", "pattern", "integer", "decimal", "age", "date", "time", "boolean", "category");

    private static final Map<String, Set<String>> KEYS = Map.of(
            "text", Set.of("max-length"),
            "pattern", Set.of("pattern", "means"),
            "integer", Set.of("min", "max"),
            "age", Set.of("min", "max"),
            "decimal", Set.of("min", "max", "places"),
            "date", Set.of("format", "formats"),
            "time", Set.of("format", "formats"),
            "category", Set.of("codes"));

    private static final FieldType ANY_TEXT = new FieldType.Text(OptionalInt.empty());

    private final Section field;
    private final Set<String> codeLists;

    /// @param codeLists the names a field's codes may have
    TypeReader(Section field, Set<String> codeLists) {
        this.field = field;
        this.codeLists = codeLists;
    }

    /// The type; any text after a fault. A category of a named list comes without codes: [Edition] fills them in.
    FieldType read() {
        return field.word("type", TYPES).map(this::read).orElse(ANY_TEXT);
    }

    private FieldType read(String type) {
        refuseKeysOfOtherTypes(type);
        return switch (type) {
            case "postcode" -> new FieldType.Postcode();
            case "pattern" -> matching();
            case "integer" -> whole(FieldType.Whole::new);
            case "age" -> whole(FieldType.Age::new);
            case "decimal" -> decimal();
            case "date" -> new FieldType.Date(DateFormats.ofDates(field));
            case "time" -> new FieldType.Time(DateFormats.ofTimes(field));
            case "boolean" -> new FieldType.Bool();
            case "category" -> category();
            default -> new FieldType.Text(field.count("max-length", 1, 1_000_000));
        };
    }

    private void refuseKeysOfOtherTypes(String type) {
        Set<String> own = KEYS.getOrDefault(type, Set.of());
        for (String key : Language.FIELD.keys()) {
            if (field.has(key) && !own.contains(key) && !OF_ANY_TYPE.contains(key)) {
                field.fault(key, "'" + key + "' does not go with the type " + type + ": remove it or change the type.");
            }
        }
    }

    private FieldType matching() {
        String means = field.text("means");
        if (!field.has("pattern")) {
            field.fault("type", "'pattern' is missing: add the regular expression that the whole text must match.");
        }
        for (Word word : field.words("pattern")) {
            Optional<FieldType> type =
                    Patterns.read(word, field.faults()).map(pattern -> new FieldType.Matching(pattern, means));
            if (type.isPresent()) {
                return type.get();
            }
        }
        return ANY_TEXT;
    }

    private FieldType decimal() {
        Optional<BigDecimal> min = field.decimal("min");
        Optional<BigDecimal> max = field.decimal("max");
        if (min.isPresent() && max.isPresent()) {
            checkOrder(min.get().compareTo(max.get()) > 0);
        }
        return new FieldType.Decimal(min, max, field.count("places", 0, 20));
    }


    private FieldType whole(BiFunction<OptionalLong, OptionalLong, FieldType> type) {
        OptionalLong min = field.whole("min");
        OptionalLong max = field.whole("max");
        if (min.isPresent() && max.isPresent()) {
            checkOrder(min.getAsLong() > max.getAsLong());
        }
        return type.apply(min, max);
    }

    private void checkOrder(boolean isWrong) {
        if (isWrong) {
            field.fault("min", "'min' is greater than 'max': swap them or correct one.");
        }
    }

    private FieldType category() {
        Optional<YamlValue> codes = field.value("codes");
        if (codes.isEmpty()) {
            field.fault("type", "'codes' is missing: add the name of a list in codes.yaml, or the codes themselves.");
            return ANY_TEXT;
        }
        if (codes.get() instanceof Scalar(String name, Kind kind, int line)) {
            if (kind != Kind.TEXT || !codeLists.contains(name)) {
                field.faults().add(line, "codes.yaml has no list '" + name + "'." + Nearest.question(name, codeLists));
                return ANY_TEXT;
            }
            return new FieldType.Category(name, List.of());
        }
        return new FieldType.Category("", new CodeReader(field.faults()).list(codes.get()));
    }
}
