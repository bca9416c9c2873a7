package weir.stream.privacy.internal;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

import weir.stream.sif.ObjectCursor;

/// What the rules say at each element of an object, worked out once for each way the elements above can stand. Safe for many
/// threads.
public final class RuleStates {

    /// Beyond so many, states are worked out anew each time: names made up to fill the memory do not.
    private static final int REMEMBERED = 4_096;

    private final PathAutomaton automaton;
    private final List<PathRule> rules;
    private final int[] reach;
    private final ConcurrentHashMap<Key, State> states = new ConcurrentHashMap<>();
    private final State start;

    /// A path and what is at its end.
    ///
    /// @param attribute its name; empty for the characters of the element
    public record PathRule(List<String> elements, String attribute) {}

    /// @param rules in the order in which they are applied
    /// @param reach for each level but the first, how many of the rules it applies; growing
    public RuleStates(List<PathRule> rules, int[] reach) {
        this.rules = List.copyOf(rules);
        this.reach = reach.clone();
        this.automaton = PathAutomaton.of(rules.stream().map(PathRule::elements).toList());
        int[] none = new int[reach.length];
        Arrays.fill(none, -1);
        this.start = state(PathAutomaton.START, none);
    }

    /// The state above the root.
    public State start() {
        return start;
    }

    private State state(int node, int[] inherited) {
        Key key = new Key(node, inherited);
        State known = states.get(key);
        if (known != null) {
            return known;
        }
        State made = new State(this, node, inherited);
        if (states.size() < REMEMBERED) {
            State other = states.putIfAbsent(key, made);
            return other == null ? made : other;
        }
        return made;
    }

    private record Key(int node, List<Integer> inherited) {
        Key(int node, int[] inherited) {
            this(node, Arrays.stream(inherited).boxed().toList());
        }
    }

    /// What the rules say at one element.
    public static final class State {

        private final RuleStates all;
        private final int node;
        private final int[] rule;
        private final List<AttributeRules> attributes;
        private final java.util.concurrent.atomic.AtomicReferenceArray<State> below;

        private State(RuleStates all, int node, int[] inherited) {
            this.all = all;
            this.node = node;
            this.rule = inherited.clone();
            int[] ends = all.automaton.ends(node);
            for (int end : ends) {
                if (all.rules.get(end).attribute().isEmpty()) {
                    raise(rule, end, all.reach);
                }
            }
            this.attributes = attributes(all, ends);
            this.below = new java.util.concurrent.atomic.AtomicReferenceArray<>(all.automaton.names().symbols());
        }

        private static List<AttributeRules> attributes(RuleStates all, int[] ends) {
            return Arrays.stream(ends)
                    .mapToObj(end -> all.rules.get(end).attribute())
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .map(name -> AttributeRules.of(all, ends, name))
                    .toList();
        }

        private static void raise(int[] rule, int candidate, int[] reach) {
            for (int level = 0; level < rule.length; level++) {
                if (candidate < reach[level]) {
                    rule[level] = Math.max(rule[level], candidate);
                }
            }
        }

        /// The state of the element on whose start tag the cursor stands, this being that of its parent.
        public State child(ObjectCursor cursor) {
            int symbol = all.automaton.names().symbol(cursor);
            State known = below.get(symbol);
            if (known == null) {
                known = all.state(all.automaton.next(node, symbol), rule);
                below.set(symbol, known);
            }
            return known;
        }

        /// Whether any level takes characters out here.
        public boolean hasTextRule() {
            return rule[rule.length - 1] >= 0;
        }

        /// Which rule a level applies to characters here; -1 for none.
        public int textRule(int level) {
            return rule[level];
        }

        /// The attributes of this element that some level takes out.
        public List<AttributeRules> attributes() {
            return attributes;
        }
    }

    /// An attribute and which rule each level applies to it; -1 for none.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record AttributeRules(byte[] name, int[] rule) {

        private static AttributeRules of(RuleStates all, int[] ends, String name) {
            int[] rule = new int[all.reach.length];
            Arrays.fill(rule, -1);
            for (int end : ends) {
                if (all.rules.get(end).attribute().equals(name)) {
                    State.raise(rule, end, all.reach);
                }
            }
            return new AttributeRules(name.getBytes(java.nio.charset.StandardCharsets.UTF_8), rule);
        }
    }
}
