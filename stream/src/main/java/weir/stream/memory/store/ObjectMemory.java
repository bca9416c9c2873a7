package weir.stream.memory.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import weir.platform.database.Transaction;
import weir.stream.memory.Version;

/// Writes objects, tuples, equivalences and deletions. Safe for many threads and processes.
///
/// What is newer wins, by [Version]: a batch that is written twice, or after a newer one, changes nothing. A writer shares a
/// lock with the other writers; one that deletes has it alone, so that nothing older is written beside it.
public final class ObjectMemory {

    /// Of the lock: any number that nobody else takes.
    private static final long LOCK = 0x7765_6972_6D65_6D6FL;

    /// How long what is older than a deletion may still come: far longer than messages are kept.
    private static final Duration DELETED_KEPT = Duration.ofDays(400);

    /// Between members in the text of an array: no id has it.
    private static final String DIVIDER = "\u001f";

    private static final Set<String> REFUSALS = Set.of("22", "23", "54");

    private final OffsetStore offsets = new OffsetStore();

    /// Writes a batch and moves its partitions on.
    ///
    /// @param expected where the writer believes its partitions to stand
    /// @throws PartitionTaken when one stands elsewhere
    /// @throws Unwritable when the database refuses a value
    public void write(Transaction transaction, Intake intake, Map<PartitionName, Long> expected) {
        // A writer that is held up in the middle lets go of what it holds.
        transaction.handle().execute("SET LOCAL idle_in_transaction_session_timeout = '20s'");
        offsets.advance(transaction, expected, intake.ends());
        Connection connection = transaction.handle().getConnection();
        try {
            lock(connection, !intake.deletions().isEmpty());
            delete(connection, intake.deletions());
            withdraw(connection, intake);
            writeObjects(connection, intake.objects().values());
            writeTuples(connection, intake.tuples().values());
            writeEquivalences(connection, intake.equivalences());
        } catch (SQLException e) {
            throw e.getSQLState() != null && REFUSALS.contains(e.getSQLState().substring(0, 2))
                    ? new Unwritable(e)
                    : new WriteFailed(e);
        }
    }

    private static void lock(Connection connection, boolean isAlone) throws SQLException {
        String sql = isAlone ? "SELECT pg_advisory_xact_lock(?)" : "SELECT pg_advisory_xact_lock_shared(?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    private static void delete(Connection connection, Map<String, Version> deletions) throws SQLException {
        if (deletions.isEmpty()) {
            return;
        }
        Collection<Map.Entry<String, Version>> all = deletions.entrySet();
        Array ids = texts(connection, all, Map.Entry::getKey);
        Array at = numbers(connection, all, entry -> entry.getValue().at());
        Array place = numbers(connection, all, entry -> entry.getValue().place());
        execute(connection, """
                INSERT INTO stream.deleted AS d (id, at, place) SELECT * FROM unnest(?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET at = excluded.at, place = excluded.place
                WHERE (excluded.at, excluded.place) > (d.at, d.place)
                """, ids, at, place);
        execute(connection, """
                DELETE FROM stream.object o USING unnest(?, ?, ?) AS n (id, at, place)
                WHERE o.key IN (n.id, 'demographics::' || n.id) AND (o.at, o.place) < (n.at, n.place)
                """, ids, at, place);
        execute(connection, """
                DELETE FROM stream.tuple t USING unnest(?, ?, ?) AS n (id, at, place)
                WHERE t.id = n.id AND t.tie = '' AND (t.at, t.place) < (n.at, n.place)
                """, ids, at, place);
        long latest = deletions.values().stream().mapToLong(Version::at).max().orElse(0);
        try (PreparedStatement forget = connection.prepareStatement("DELETE FROM stream.deleted WHERE at < ?")) {
            forget.setLong(1, latest - DELETED_KEPT.toMillis());
            forget.execute();
        }
    }

    private static void withdraw(Connection connection, Intake intake) throws SQLException {
        if (!intake.withdrawnTies().isEmpty()) {
            execute(connection, """
                    DELETE FROM stream.tuple t USING unnest(?, ?) AS n (id, tie)
                    WHERE t.type = '' AND t.id = n.id AND t.tie = n.tie AND t.tie <> ''
                    """,
                    texts(connection, intake.withdrawnTies(), StoredTuple.Key::id),
                    texts(connection, intake.withdrawnTies(), StoredTuple.Key::tie));
        }
        if (!intake.withdrawnEquivalences().isEmpty()) {
            execute(connection, """
                    DELETE FROM stream.equivalence e USING unnest(?, ?) AS n (one, other)
                    WHERE e.one = n.one AND e.other = n.other
                    """,
                    texts(connection, intake.withdrawnEquivalences(), Equivalence::one),
                    texts(connection, intake.withdrawnEquivalences(), Equivalence::other));
        }
    }

    private static void writeObjects(Connection connection, Collection<StoredObject> objects) throws SQLException {
        if (objects.isEmpty()) {
            return;
        }
        execute(connection, """
                INSERT INTO stream.object AS o (key, body, at, place)
                SELECT n.key, n.body, n.at, n.place FROM unnest(?, ?, ?, ?) AS n (key, body, at, place)
                WHERE NOT EXISTS (
                    SELECT FROM stream.deleted d WHERE d.id = n.key AND (d.at, d.place) >= (n.at, n.place))
                ON CONFLICT (key) DO UPDATE SET body = excluded.body, at = excluded.at, place = excluded.place
                WHERE (excluded.at, excluded.place) > (o.at, o.place)
                """,
                texts(connection, objects, StoredObject::key),
                connection.createArrayOf("bytea", objects.stream().map(StoredObject::body).toArray(byte[][]::new)),
                numbers(connection, objects, object -> object.version().at()),
                numbers(connection, objects, object -> object.version().place()));
    }

    private static void writeTuples(Connection connection, Collection<StoredTuple> tuples) throws SQLException {
        if (tuples.isEmpty()) {
            return;
        }
        execute(connection, """
                INSERT INTO stream.tuple AS t (type, id, tie, label, members, local_ids, other_ids, at, place)
                SELECT n.type, n.id, n.tie, n.label, string_to_array(n.members, chr(31)), string_to_array(n.local_ids, chr(31)),
                       string_to_array(n.other_ids, chr(31)), n.at, n.place
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) AS n (type, id, tie, label, members, local_ids, other_ids, at, place)
                WHERE n.tie <> '' OR NOT EXISTS (
                    SELECT FROM stream.deleted d WHERE d.id = n.id AND (d.at, d.place) >= (n.at, n.place))
                ON CONFLICT (type, id, tie) DO UPDATE
                SET label = excluded.label, members = excluded.members, local_ids = excluded.local_ids,
                    other_ids = excluded.other_ids, at = excluded.at, place = excluded.place
                WHERE (excluded.at, excluded.place) > (t.at, t.place)
                """,
                texts(connection, tuples, tuple -> tuple.key().type()),
                texts(connection, tuples, tuple -> tuple.key().id()),
                texts(connection, tuples, tuple -> tuple.key().tie()),
                texts(connection, tuples, StoredTuple::label),
                texts(connection, tuples, tuple -> String.join(DIVIDER, tuple.members())),
                texts(connection, tuples, tuple -> String.join(DIVIDER, tuple.localIds())),
                texts(connection, tuples, tuple -> String.join(DIVIDER, tuple.otherIds())),
                numbers(connection, tuples, tuple -> tuple.version().at()),
                numbers(connection, tuples, tuple -> tuple.version().place()));
    }

    private static void writeEquivalences(Connection connection, Map<Equivalence, Version> equivalences) throws SQLException {
        if (equivalences.isEmpty()) {
            return;
        }
        Collection<Map.Entry<Equivalence, Version>> all = equivalences.entrySet();
        execute(connection, """
                INSERT INTO stream.equivalence (one, other, at, place) SELECT * FROM unnest(?, ?, ?, ?)
                ON CONFLICT (one, other) DO NOTHING
                """,
                texts(connection, all, entry -> entry.getKey().one()),
                texts(connection, all, entry -> entry.getKey().other()),
                numbers(connection, all, entry -> entry.getValue().at()),
                numbers(connection, all, entry -> entry.getValue().place()));
    }

    private static <T> Array texts(Connection connection, Collection<T> all, Function<T, String> text) throws SQLException {
        return connection.createArrayOf("text", all.stream().map(text).toArray(String[]::new));
    }

    private static <T> Array numbers(Connection connection, Collection<T> all, ToLongFunction<T> number) throws SQLException {
        return connection.createArrayOf("int8", all.stream().mapToLong(number).boxed().toArray(Long[]::new));
    }

    private static void execute(Connection connection, String sql, Array... arrays) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arrays.length; i++) {
                statement.setArray(i + 1, arrays[i]);
            }
            statement.executeUpdate();
        }
    }

    /// Forgets every object, tuple and declaration. How far the topics are taken in stays as it is, and what was deleted stays
    /// deleted.
    public void flush(Transaction transaction) {
        transaction.handle().createQuery("SELECT pg_advisory_xact_lock(:lock) IS NULL").bind("lock", LOCK).mapTo(Boolean.class).one();
        transaction.handle().createUpdate("TRUNCATE stream.object, stream.tuple, stream.equivalence").execute();
    }
}
