package weir.engine.dataset;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Says what a field may hold, for people: `date written dd/MM/yyyy`, `integer from 0 to 40`.
public final class TypeInWords {

    private TypeInWords() {}

    public static String of(FieldType type) {
        return switch (type) {
            case FieldType.Text text -> "text" + atMost(text.maxLength());
            case FieldType.Postcode _ -> "postcode";
            case FieldType.Matching matching -> "text: " + matching.means();
            case FieldType.Whole whole -> "integer" + range(words(whole.min()), words(whole.max()));
            case FieldType.Age age -> "age in years" + range(words(age.min()), words(age.max()));
            case FieldType.Decimal decimal -> "decimal" + range(words(decimal.min()), words(decimal.max()))
                    + places(decimal.places());
            case FieldType.Date date -> "date written " + String.join(" or ", date.formats());
            case FieldType.Time time -> "time written " + String.join(" or ", time.formats());
            case FieldType.Bool _ -> "true or false";
            case FieldType.Category category -> "one of " + category.codes().size() + " codes";
        };
    }

    private static String atMost(OptionalInt length) {
        return length.isPresent() ? " of at most " + length.getAsInt() + " characters" : "";
    }

    private static String places(OptionalInt places) {
        return places.isPresent() ? " with " + places.getAsInt() + " decimal places" : "";
    }

    private static String words(OptionalLong bound) {
        return bound.isPresent() ? Long.toString(bound.getAsLong()) : "";
    }

    private static String words(Optional<BigDecimal> bound) {
        return bound.map(BigDecimal::toPlainString).orElse("");
    }

    private static String range(String min, String max) {
        if (min.isEmpty()) {
            return max.isEmpty() ? "" : " up to " + max;
        }
        return " from " + min + (max.isEmpty() ? "" : " to " + max);
    }
}
