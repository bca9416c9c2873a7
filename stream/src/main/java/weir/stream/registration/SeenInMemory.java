package weir.stream.registration;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import weir.stream.message.DocumentId;

/// Remembers in this process only, for the check of a single file: what it knew is gone when the process ends, and another
/// process knows nothing of it. Takes about 300 bytes a student and refuses more than it was told. Safe for several threads.
public final class SeenInMemory implements SeenStudents {

    private final int capacity;
    private final Map<DocumentId, Map<String, Holders>> uploads = new HashMap<>();
    private int entries;

    /// @param capacity how many entries it holds; a student takes two or three
    public SeenInMemory(int capacity) {
        this.capacity = capacity;
    }

    /// @throws TooManyStudents when it is full
    @Override
    public synchronized Earlier add(DocumentId upload, String key, Entry entry) {
        Map<String, Holders> keys = uploads.computeIfAbsent(upload, _ -> new HashMap<>());
        Holders holders = keys.computeIfAbsent(key, _ -> new Holders());
        Earlier earlier = holders.others(entry.number());
        if (holders.isNew(entry.number())) {
            if (entries == capacity) {
                throw new TooManyStudents(capacity);
            }
            entries++;
        }
        holders.put(entry);
        return earlier;
    }

    @Override
    public synchronized void forget(DocumentId upload) {
        Map<String, Holders> forgotten = uploads.remove(upload);
        if (forgotten != null) {
            entries -= forgotten.values().stream().mapToInt(Holders::size).sum();
        }
    }

    /// The records that have a key, and the sum of their parts of full time.
    private static final class Holders {

        private final NavigableMap<Long, BigDecimal> records = new TreeMap<>();
        private BigDecimal sum = BigDecimal.ZERO;

        boolean isNew(long number) {
            return !records.containsKey(number);
        }

        int size() {
            return records.size();
        }

        Earlier others(long number) {
            boolean isThere = !isNew(number);
            int count = records.size() - (isThere ? 1 : 0);
            if (count == 0) {
                return Earlier.NONE;
            }
            long lowest = records.firstKey();
            long first = lowest == number ? records.tailMap(number, false).firstKey() : lowest;
            return new Earlier(count, first, isThere ? sum.subtract(records.getOrDefault(number, BigDecimal.ZERO)) : sum);
        }

        void put(Entry entry) {
            sum = sum.subtract(records.getOrDefault(entry.number(), BigDecimal.ZERO)).add(entry.fte());
            records.put(entry.number(), entry.fte());
        }
    }
}
