package weir.stream.privacy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How sensitive a field is. In the order in which the ratings are taken out: the level `low` lacks the first, `extreme` all.
/// Source: the ratings of the SIF AU Privacy Framework.
public enum Rating {
    EXTREME,
    HIGH,
    MEDIUM,
    LOW;

    /// The rating as it stands in files.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Rating> of(String word) {
        return Arrays.stream(values()).filter(rating -> rating.word().equals(word)).findFirst();
    }
}
