package weir.stream.memory.store;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import weir.stream.memory.Version;

/// What a batch of messages says, the newest of each: at most one of a key, in the order of keys, so that two writers never
/// wait for each other in a circle. For one thread.
public final class Intake {

    private final SortedMap<String, StoredObject> objects = new TreeMap<>();
    private final SortedMap<StoredTuple.Key, StoredTuple> tuples = new TreeMap<>();
    private final SortedMap<Equivalence, Version> equivalences = new TreeMap<>();
    private final SortedMap<String, Version> deletions = new TreeMap<>();
    private final SortedSet<StoredTuple.Key> withdrawnTies = new TreeSet<>();
    private final SortedSet<Equivalence> withdrawnEquivalences = new TreeSet<>();
    private final Map<PartitionName, Long> ends = new HashMap<>();

    /// Keeps an object.
    public void add(StoredObject object) {
        objects.merge(object.key(), object, (old, next) -> next.version().isAfter(old.version()) ? next : old);
    }

    /// Keeps what an object or a person says. What a person says last counts.
    public void add(StoredTuple tuple) {
        withdrawnTies.remove(tuple.key());
        tuples.merge(tuple.key(), tuple, (old, next) -> next.version().isAfter(old.version()) ? next : old);
    }

    public void add(Equivalence equivalence, Version version) {
        withdrawnEquivalences.remove(equivalence);
        equivalences.put(equivalence, version);
    }

    /// Takes a declared tie back.
    public void withdraw(StoredTuple.Key tie) {
        tuples.remove(tie);
        withdrawnTies.add(tie);
    }

    public void withdraw(Equivalence equivalence) {
        equivalences.remove(equivalence);
        withdrawnEquivalences.add(equivalence);
    }

    /// Deletes an object with what it says. What people have declared of it stays.
    public void delete(String id, Version version) {
        deletions.merge(id, version, (old, next) -> next.isAfter(old) ? next : old);
    }

    /// Notes that a message was read.
    public void read(String topic, int partition, long offset) {
        ends.merge(new PartitionName(topic, partition), offset + 1, Math::max);
    }

    /// The offsets after the messages that were read.
    public Map<PartitionName, Long> ends() {
        return Map.copyOf(ends);
    }

    /// How many objects and tuples there are.
    public int size() {
        return objects.size() + tuples.size();
    }

    SortedMap<String, StoredObject> objects() {
        return objects;
    }

    SortedMap<StoredTuple.Key, StoredTuple> tuples() {
        return tuples;
    }

    SortedMap<Equivalence, Version> equivalences() {
        return equivalences;
    }

    SortedMap<String, Version> deletions() {
        return deletions;
    }

    SortedSet<StoredTuple.Key> withdrawnTies() {
        return withdrawnTies;
    }

    SortedSet<Equivalence> withdrawnEquivalences() {
        return withdrawnEquivalences;
    }
}
