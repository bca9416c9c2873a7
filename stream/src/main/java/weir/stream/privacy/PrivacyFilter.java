package weir.stream.privacy;

import java.nio.charset.StandardCharsets;
import java.util.List;

import weir.stream.privacy.internal.RuleStates;
import weir.stream.privacy.internal.RuleStates.PathRule;

/// Gives an object at its five levels in one walk over it. Safe for many threads.
///
/// Characters that a rule takes out become its replacement; an element without characters stays empty, and white space
/// between tags stays. Comments and instructions stay on the level `none` only: nobody rates what is in them. Names are
/// compared without their prefixes and whatever their namespace is, so that none gets a field past a rule.
public final class PrivacyFilter {

    private final RuleStates states;
    private final byte[][] replacements;

    public PrivacyFilter(Sensitivities sensitivities) {
        List<SensitivityRule> rules = sensitivities.all();
        int[] reach = new int[Rating.values().length];
        int count = 0;
        for (Rating rating : Rating.values()) {
            count += sensitivities.rated(rating).size();
            reach[rating.ordinal()] = count;
        }
        states = new RuleStates(rules.stream().map(rule -> new PathRule(rule.elements(), rule.attribute())).toList(), reach);
        replacements = rules.stream().map(rule -> escaped(rule.replacement())).toArray(byte[][]::new);
    }

    /// Filters the object that stands in the bytes from a place to their end; a message's header comes before it.
    ///
    /// @throws weir.stream.sif.UnreadableObject when it is not one well-formed element
    public FilteredObject filter(byte[] message, int from) {
        return new FilteredObject(new Filtering(states, replacements, message, from).levels());
    }

    private static byte[] escaped(String replacement) {
        return replacement
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;")
                .getBytes(StandardCharsets.UTF_8);
    }
}
