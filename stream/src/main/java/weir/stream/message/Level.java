package weir.stream.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How much is taken out of a stream. A level names how sensitive a field must be to pass: `low` lacks the fields rated
/// extreme, `extreme` lacks every field that is rated.
public enum Level {
    /// Everything is there.
    NONE,
    /// Lacks fields rated extreme.
    LOW,
    /// Lacks fields rated extreme and high.
    MEDIUM,
    /// Lacks fields rated extreme, high and medium.
    HIGH,
    /// Lacks every rated field.
    EXTREME;

    /// The level as it stands in paths and names of topics.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The level of a word in lower case; empty when there is none.
    public static Optional<Level> of(String word) {
        return Arrays.stream(values()).filter(level -> level.word().equals(word)).findFirst();
    }
}
