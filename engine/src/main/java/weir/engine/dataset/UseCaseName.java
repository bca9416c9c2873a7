package weir.engine.dataset;

import java.util.regex.Pattern;

/// The name of an agreed purpose, as in `PAN`.
public record UseCaseName(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    /// @throws IllegalArgumentException when it is not of that form
    public UseCaseName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A use case's name is upper-case letters, digits and underscores.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
