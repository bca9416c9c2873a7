package weir.engine.dataset;

import java.util.regex.Pattern;

/// The name of a table, as in `episodes`.
public record TableName(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_]{0,99}");

    /// @throws IllegalArgumentException when it is not of that form
    public TableName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A table's name is letters, digits and underscores.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
