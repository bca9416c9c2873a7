package weir.engine.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/// Codes with weights, to choose from. Immutable.
///
/// A wheel with as many sectors as the weights add up to: choosing is one look-up.
final class Choice {

    private final String[] wheel;

    private Choice(List<String> wheel) {
        this.wheel = wheel.toArray(String[]::new);
    }

    /// Reads codes and their weights: `N1:60 N2:5`; a code without a weight has 1.
    static Choice of(String text) {
        List<String> wheel = new ArrayList<>();
        for (String entry : text.split(" ", -1)) {
            int colon = entry.indexOf(':');
            String code = colon < 0 ? entry : entry.substring(0, colon);
            wheel.addAll(Collections.nCopies(colon < 0 ? 1 : Integer.parseInt(entry.substring(colon + 1)), code));
        }
        return new Choice(wheel);
    }

    String pick(RandomGenerator random) {
        return wheel[random.nextInt(wheel.length)];
    }

    /// Another code than the one given, which must not be the only one.
    String pickOther(RandomGenerator random, String not) {
        String code = pick(random);
        while (code.equals(not)) {
            code = pick(random);
        }
        return code;
    }
}
