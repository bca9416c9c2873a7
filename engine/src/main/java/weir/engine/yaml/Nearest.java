package weir.engine.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds the word somebody most likely meant.
public final class Nearest {

    private Nearest() {}

    /// The known word with the fewest typing slips (a letter too many, too few, wrong, or two swapped), when there is
    /// at most one slip in three letters; for words under three letters only case may differ.
    public static Optional<String> to(String word, Collection<String> known) {
        String folded = word.toLowerCase(Locale.ROOT);
        int fewest = word.length() / 3 + 1;
        Optional<String> nearest = Optional.empty();
        for (String candidate : known) {
            int slips = slips(folded, candidate.toLowerCase(Locale.ROOT));
            if (slips < fewest) {
                fewest = slips;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    /// ` Did you mean 'episodes'?` with its leading space, or nothing when no known word is near.
    public static String question(String word, Collection<String> known) {
        return to(word, known).map(near -> " Did you mean '" + near + "'?").orElse("");
    }

    private static int slips(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
