package weir.stream.memory.store;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import weir.platform.database.Transaction;

/// Reads and writes `stream.offset`.
public final class OffsetStore {

    /// Where a partition is to be read on.
    ///
    /// @param log names the topic among those that have had its name: of a new one everything is read
    public long next(Transaction transaction, PartitionName partition, String log) {
        Optional<Long> known = transaction.handle()
                .createQuery("SELECT next FROM stream.offset WHERE topic = :topic AND partition = :partition AND log = :log")
                .bind("topic", partition.topic())
                .bind("partition", partition.partition())
                .bind("log", log)
                .mapTo(Long.class)
                .findOne();
        return known.orElseGet(() -> first(transaction, partition, log));
    }

    private static long first(Transaction transaction, PartitionName partition, String log) {
        return transaction.handle()
                .createQuery("""
                        INSERT INTO stream.offset AS o (topic, partition, log, next) VALUES (:topic, :partition, :log, 0)
                        ON CONFLICT (topic, partition) DO UPDATE
                        SET log = excluded.log, next = CASE WHEN o.log = excluded.log THEN o.next ELSE 0 END
                        RETURNING next
                        """)
                .bind("topic", partition.topic())
                .bind("partition", partition.partition())
                .bind("log", log)
                .mapTo(Long.class)
                .one();
    }

    /// Moves a partition on.
    ///
    /// @throws PartitionTaken when it does not stand where the writer believes
    void advance(Transaction transaction, PartitionName partition, long expected, long next) {
        int moved = transaction.handle()
                .createUpdate("""
                        UPDATE stream.offset SET next = :next
                        WHERE topic = :topic AND partition = :partition AND next = :expected
                        """)
                .bind("topic", partition.topic())
                .bind("partition", partition.partition())
                .bind("expected", expected)
                .bind("next", next)
                .execute();
        if (moved != 1) {
            throw new PartitionTaken(partition);
        }
    }

    /// Lets everything that is still on the topics be read again.
    public void rewind(Transaction transaction) {
        transaction.handle().createUpdate("UPDATE stream.offset SET next = 0").execute();
    }

    /// Moves partitions on, in an order in which no two writers wait for each other.
    void advance(Transaction transaction, Map<PartitionName, Long> expected, Map<PartitionName, Long> ends) {
        ends.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(PartitionName::topic).thenComparing(PartitionName::partition)))
                .forEach(end -> advance(
                        transaction, end.getKey(), Objects.requireNonNull(expected.get(end.getKey())), end.getValue()));
    }
}
