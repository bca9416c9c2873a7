package weir.engine.dataset;

import java.util.regex.Pattern;

/// The name of a dataset, as in `ssda903` or `ons.postcode_directory`.
public record DatasetId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]*([.-][a-z0-9_]+)*");

    /// @throws IllegalArgumentException when it is not of that form
    public DatasetId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A dataset's name is lower-case letters, digits and underscores, in parts joined by points or hyphens.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
