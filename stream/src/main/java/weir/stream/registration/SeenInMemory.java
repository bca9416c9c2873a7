package weir.stream.registration;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

import weir.stream.message.DocumentId;

/// Remembers in this process only, for the check of a single file: what it knew is gone when the process ends, and another
/// process knows nothing of it. Takes about 300 bytes a student and refuses more than it was told. Safe for several threads.
public final class SeenInMemory implements SeenStudents {

    private final int capacity;
    private final Map<DocumentId, Map<String, Map<Long, BigDecimal>>> uploads = new HashMap<>();
    private int entries;

    /// @param capacity how many entries it holds; a student takes two or three
    public SeenInMemory(int capacity) {
        this.capacity = capacity;
    }

    /// @throws TooManyStudents when it is full
    @Override
    public synchronized Earlier add(DocumentId upload, String key, Entry entry) {
        Map<Long, BigDecimal> held = uploads.computeIfAbsent(upload, _ -> new HashMap<>())
                .computeIfAbsent(key, _ -> new HashMap<>(2));
        Earlier earlier = Earlier.NONE;
        for (Map.Entry<Long, BigDecimal> other : held.entrySet()) {
            if (other.getKey() != entry.number()) {
                earlier = and(earlier, other.getKey(), other.getValue());
            }
        }
        if (!held.containsKey(entry.number())) {
            takeRoom();
        }
        held.put(entry.number(), entry.fte());
        return earlier;
    }

    private static Earlier and(Earlier earlier, long number, BigDecimal fte) {
        long first = earlier.isPresent() ? Math.min(earlier.first(), number) : number;
        return new Earlier(earlier.count() + 1, first, earlier.fte().add(fte));
    }

    private void takeRoom() {
        if (entries == capacity) {
            throw new TooManyStudents(capacity);
        }
        entries++;
    }

    @Override
    public synchronized void forget(DocumentId upload) {
        Map<String, Map<Long, BigDecimal>> forgotten = uploads.remove(upload);
        if (forgotten != null) {
            entries -= forgotten.values().stream().mapToInt(Map::size).sum();
        }
    }
}
