package weir.engine.expression.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import weir.engine.dataset.Field;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Table;
import weir.engine.record.Row;
import weir.engine.record.Value;

/// The names a condition may use.
public final class Scope {

    private final Map<String, Typed> names;

    private Scope(Map<String, Typed> names) {
        this.names = names;
    }

    /// Each field by its name, where a character that CEL does not allow in names is written as `_`.
    public static Scope of(Table table, Map<String, LocalDate> constants) {
        Map<String, Typed> names = new HashMap<>();
        constants.forEach((name, day) -> names.put(name, Typed.constant(Kind.DAY, day)));
        for (int i = 0; i < table.fields().size(); i++) {
            Field field = table.fields().get(i);
            names.put(nameOf(field), field(kindOf(field.type()), i));
        }
        return new Scope(names);
    }

    /// The name of a field in conditions.
    public static String nameOf(Field field) {
        String name = field.name().value().replaceAll("[^A-Za-z0-9_]", "_");
        return Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }

    /// What a field's values are.
    public static Kind kindOf(FieldType type) {
        return switch (type) {
            case FieldType.Whole _, FieldType.Age _ -> Kind.INT;
            case FieldType.Decimal _ -> Kind.DOUBLE;
            case FieldType.Date _ -> Kind.DAY;
            case FieldType.Bool _ -> Kind.BOOL;
            case FieldType.Text _, FieldType.Postcode _, FieldType.Matching _, FieldType.Category _, FieldType.Time _ ->
                Kind.TEXT;
        };
    }

    private static Typed field(Kind kind, int index) {
        return Typed.of(kind, row -> valueOf(row, index));
    }

    private static Object valueOf(Row row, int index) {
        return switch (row.value(index)) {
            case Value.Blank _ -> Term.BLANK;
            case Value.Text text -> text.text();
            case Value.Day day -> day.date();
            case Value.Whole whole -> whole.number();
            case Value.Decimal decimal -> decimal.number().doubleValue();
            case Value.Flag flag -> flag.isSet();
            case Value.Clock clock -> clock.text();
        };
    }

    Optional<Typed> find(String name) {
        return Optional.ofNullable(names.get(name));
    }

    List<String> names() {
        return new ArrayList<>(names.keySet());
    }
}
