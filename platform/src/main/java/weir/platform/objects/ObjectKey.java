package weir.platform.objects;

import java.util.regex.Pattern;

/// The name of an object: segments of `A-Z a-z 0-9 . _ = -` joined by `/`, as `cleaned/ssda903/year=2025/episodes.parquet`.
///
/// No segment starts with a dot, so no key leaves its folder and none meets what a store keeps for itself. A segment has
/// at most 200 characters, a key at most 900: both fit every file system and S3. Keys are ordered by their bytes.
///
/// @param value the whole key
public record ObjectKey(String value) implements Comparable<ObjectKey> {

    private static final int MOST_CHARACTERS = 900;
    private static final String SEGMENT = "[A-Za-z0-9_=-][A-Za-z0-9._=-]{0,199}";
    private static final Pattern FORM = Pattern.compile(SEGMENT + "(/" + SEGMENT + ")*+");
    private static final Pattern NAME = Pattern.compile(SEGMENT);

    /// @throws IllegalArgumentException when it breaks the rules above
    public ObjectKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "An object key must be segments of letters, digits, '.', '_', '=' and '-' joined by '/', none starting"
                            + " with a dot, 200 characters each and 900 in all at most.");
        }
    }

    static boolean isValid(String value) {
        return value.length() <= MOST_CHARACTERS && FORM.matcher(value).matches();
    }

    static boolean isSegment(String name) {
        return NAME.matcher(name).matches();
    }

    public static ObjectKey of(String value) {
        return new ObjectKey(value);
    }

    /// The key of some bytes below this one: `FOLDER/ab/abcd…`. The first two digits keep folders small.
    public ObjectKey content(Sha256 hash) {
        return new ObjectKey(value + "/" + hash.hex().substring(0, 2) + "/" + hash.hex());
    }

    /// The key with more segments at its end.
    public ObjectKey child(String segments) {
        return new ObjectKey(value + "/" + segments);
    }

    @Override
    public int compareTo(ObjectKey other) {
        return value.compareTo(other.value); // All characters are ASCII: the order of characters is the order of bytes.
    }

    @Override
    public String toString() {
        return value;
    }
}
