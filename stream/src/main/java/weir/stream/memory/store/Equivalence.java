package weir.stream.memory.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/// Two ids that mean the same thing.
///
/// @param one the lesser of the two
public record Equivalence(String one, String other) implements Comparable<Equivalence> {

    private static final Comparator<Equivalence> ORDER =
            Comparator.comparing(Equivalence::one).thenComparing(Equivalence::other);

    /// In whatever order they come. The order is that of UTF-8, which the table checks.
    public static Equivalence of(String id, String same) {
        return compareBytes(id, same) < 0 ? new Equivalence(id, same) : new Equivalence(same, id);
    }

    private static int compareBytes(String a, String b) {
        return Arrays.compareUnsigned(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int compareTo(Equivalence other) {
        return ORDER.compare(this, other);
    }

    /// Without the ids: they are a person's.
    @Override
    public String toString() {
        return "equivalence";
    }
}
