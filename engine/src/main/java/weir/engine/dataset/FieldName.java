package weir.engine.dataset;

import java.util.Locale;

/// The name of a field as its header shows it, as in `DECOM` or `Child Unique ID`.
///
/// Outputs keep its spelling; headers of files match it without regard to case and surrounding space.
public record FieldName(String value) {

    public FieldName {
        if (value.isBlank() || !value.strip().equals(value)) {
            throw new IllegalArgumentException("A field's name has at least one character and no space around it.");
        }
    }

    /// The form in which names are compared: trimmed, lower case.
    public static String fold(String header) {
        return header.strip().toLowerCase(Locale.ROOT);
    }

    /// Whether a header's text names this field.
    public boolean matches(String header) {
        return fold(value).equals(fold(header));
    }

    @Override
    public String toString() {
        return value;
    }
}
