package weir.stream.privacy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Which fields are rated, and how. The rules of a rating are in order: of several that meet one place, the last one of the
/// last rating that is taken out says what stands there. Immutable.
///
/// @param name of the set of lists
/// @param version of the set, as its file says
/// @param lists the rules of every rating
public record Sensitivities(String name, String version, Map<Rating, List<SensitivityRule>> lists) {

    public Sensitivities {
        Map<Rating, List<SensitivityRule>> copy = new EnumMap<>(Rating.class);
        for (Rating rating : Rating.values()) {
            copy.put(rating, List.copyOf(lists.getOrDefault(rating, List.of())));
        }
        lists = Map.copyOf(copy);
    }

    /// The rules of one rating.
    public List<SensitivityRule> rated(Rating rating) {
        return lists.getOrDefault(rating, List.of());
    }

    /// The rules of all ratings, in the order in which they are applied.
    public List<SensitivityRule> all() {
        List<SensitivityRule> all = new ArrayList<>();
        for (Rating rating : Rating.values()) {
            all.addAll(rated(rating));
        }
        return all;
    }
}
