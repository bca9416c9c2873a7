package weir.stream.memory.store;

import java.util.Comparator;
import java.util.List;

import weir.stream.memory.Version;

/// What one object contributes to the graph, or one declared tie.
///
/// @param members the ids it ties to each other; none when there are not two
/// @param localIds `kind:value`: those by which objects are looked up
/// @param otherIds `kind:value`: the others
public record StoredTuple(Key key, String label, List<String> members, List<String> localIds, List<String> otherIds, Version version) {

    /// What a later tuple must have to replace it.
    ///
    /// @param tie empty for an object; for a declared tie, what tells it from others
    public record Key(String type, String id, String tie) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::type).thenComparing(Key::id).thenComparing(Key::tie);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    public StoredTuple {
        members = List.copyOf(members);
        localIds = List.copyOf(localIds);
        otherIds = List.copyOf(otherIds);
    }

    /// Without ids and label: they are a person's.
    @Override
    public String toString() {
        return "tuple of " + members.size() + " members";
    }
}
