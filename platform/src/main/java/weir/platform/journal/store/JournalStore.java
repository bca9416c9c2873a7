package weir.platform.journal.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import weir.platform.database.Transaction;
import weir.platform.journal.CanonicalEntry;
import weir.platform.journal.ChainHash;
import weir.platform.journal.Entry;
import weir.platform.journal.JournalFilter;
import weir.platform.journal.RunId;
import weir.platform.journal.SealedEntry;
import weir.platform.journal.WrittenEntry;

/// Writes, seals and reads entries. Safe for any number of threads.
public final class JournalStore {

    /// Names the lock under which one process at a time seals; a number of our own.
    private static final long SEAL_LOCK = 0x5745_4952_4a4f_5552L;
    private static final int FETCH_ROWS = 1_000;

    private final EntryRow row = new EntryRow();

    /// Writes an entry among those that wait.
    public void append(Transaction transaction, Entry entry) {
        transaction.handle()
                .createUpdate("""
                        INSERT INTO weir.journal_pending
                            (action, actor_kind, actor_id, subject_kind, subject_id, organisation, run, counts, details)
                        VALUES (:action, :actorKind, :actorId, :subjectKind, :subjectId, :organisation, :run,
                                CAST(:counts AS jsonb), CAST(:details AS jsonb))
                        """)
                .bind("action", entry.action().code())
                .bind("actorKind", entry.actor().kind().code())
                .bind("actorId", entry.actor().id())
                .bind("subjectKind", entry.subject().kind())
                .bind("subjectId", entry.subject().id())
                .bind("organisation", entry.organisation())
                .bind("run", entry.run())
                .bind("counts", row.json(entry.counts()))
                .bind("details", row.json(entry.details()))
                .execute();
    }

    /// The end of the chain.
    ///
    /// @param sequence 0 when the chain is empty
    public record Head(long sequence, ChainHash hash) {}

    public Head head(Transaction transaction) {
        return transaction.handle()
                .createQuery("SELECT sequence, hash FROM weir.journal ORDER BY sequence DESC LIMIT 1")
                .map((found, context) -> new Head(found.getLong("sequence"), ChainHash.of(found.getBytes("hash"))))
                .findOne()
                .orElse(new Head(0, ChainHash.ZERO));
    }

    /// Whether an entry waits to be sealed.
    public boolean isWaiting(Transaction transaction) {
        return transaction.handle()
                .createQuery("SELECT EXISTS (SELECT 1 FROM weir.journal_pending)")
                .mapTo(Boolean.class)
                .one();
    }

    /// Puts entries that wait at the end of the chain, in the order of writing. Waits for whoever seals at this moment.
    ///
    /// @param limit entries at most
    /// @return how many
    public int seal(Transaction transaction, int limit) {
        Handle handle = transaction.handle();
        handle.execute("SELECT pg_advisory_xact_lock(?)", SEAL_LOCK);
        List<WrittenEntry> waiting = handle
                .createQuery("SELECT " + EntryRow.COLUMNS + " FROM weir.journal_pending ORDER BY id LIMIT :limit")
                .bind("limit", limit)
                .map((found, context) -> row.written(found))
                .list();
        if (!waiting.isEmpty()) {
            chain(handle, head(transaction), waiting);
        }
        return waiting.size();
    }

    private static void chain(Handle handle, Head head, List<WrittenEntry> waiting) {
        CanonicalEntry canonical = new CanonicalEntry();
        Long[] ids = new Long[waiting.size()];
        String[] hashes = new String[waiting.size()];
        ChainHash previous = head.hash();
        for (int i = 0; i < ids.length; i++) {
            previous = canonical.hash(previous, head.sequence() + 1 + i, waiting.get(i));
            ids[i] = waiting.get(i).id();
            hashes[i] = previous.hex();
        }
        handle.createUpdate("INSERT INTO weir.journal (sequence, hash, encoding, " + EntryRow.COLUMNS + ") "
                        + "SELECT :head + s.place, decode(s.hash, 'hex'), :format, p.* "
                        + "FROM unnest(:ids, :hashes) WITH ORDINALITY AS s (id, hash, place) "
                        + "JOIN weir.journal_pending p ON p.id = s.id")
                .bind("head", head.sequence())
                .bind("format", (short) CanonicalEntry.FORMAT)
                .bindArray("ids", Long.class, (Object[]) ids)
                .bindArray("hashes", String.class, (Object[]) hashes)
                .execute();
        handle.createUpdate("DELETE FROM weir.journal_pending WHERE id = ANY(:ids)")
                .bindArray("ids", Long.class, (Object[]) ids)
                .execute();
    }

    /// Streams the chain in its order until the visitor has enough.
    ///
    /// @param from    the first sequence number to see
    /// @param visitor says whether to go on
    public void scan(Transaction transaction, long from, Predicate<SealedEntry> visitor) {
        try (ResultIterator<SealedEntry> found = transaction.handle()
                .createQuery("SELECT sequence, hash, encoding, " + EntryRow.COLUMNS
                        + " FROM weir.journal WHERE sequence >= :from ORDER BY sequence")
                .bind("from", from)
                .setFetchSize(FETCH_ROWS)
                .map((one, context) -> row.sealed(one))
                .iterator()) {
            boolean goesOn = true;
            while (goesOn && found.hasNext()) {
                goesOn = visitor.test(found.next());
            }
        }
    }

    /// One page of the entries a filter asks for.
    public List<SealedEntry> page(Transaction transaction, JournalFilter filter) {
        var query = transaction.handle().createQuery("SELECT sequence, hash, encoding, " + EntryRow.COLUMNS
                + " FROM weir.journal WHERE " + String.join(" AND ", conditions(filter))
                + " ORDER BY sequence" + (filter.newestFirst() ? " DESC" : "") + " LIMIT :limit");
        return query.bind("from", filter.from())
                .bind("until", filter.until())
                .bind("organisation", filter.organisation())
                .bind("run", filter.run())
                .bind("action", filter.action())
                .bind("subjectKind", filter.subjectKind())
                .bind("subjectId", filter.subjectId())
                .bind("after", filter.after())
                .bind("limit", filter.limit())
                .map((found, context) -> row.sealed(found))
                .list();
    }

    private static List<String> conditions(JournalFilter filter) {
        List<String> conditions = new ArrayList<>(List.of("at >= :from", "at < :until"));
        equal(conditions, "organisation", filter.organisation(), ":organisation");
        equal(conditions, "run", filter.run(), ":run");
        equal(conditions, "action", filter.action(), ":action");
        equal(conditions, "subject_kind", filter.subjectKind(), ":subjectKind");
        equal(conditions, "subject_id", filter.subjectId(), ":subjectId");
        if (filter.after() > 0) {
            conditions.add(filter.newestFirst() ? "sequence < :after" : "sequence > :after");
        }
        return conditions;
    }

    private static void equal(List<String> conditions, String column, String wanted, String parameter) {
        if (!wanted.isEmpty()) {
            // The second condition lets the partial index serve.
            conditions.add(column + " = " + parameter + " AND " + column + " <> ''");
        }
    }

    /// Every entry of these runs, oldest first.
    ///
    /// @param limit entries at most
    public List<SealedEntry> ofRuns(Transaction transaction, Collection<RunId> runs, int limit) {
        Object[] ids = runs.stream().map(RunId::value).toArray();
        return transaction.handle()
                .createQuery("SELECT sequence, hash, encoding, " + EntryRow.COLUMNS
                        + " FROM weir.journal WHERE run = ANY(:runs) AND run <> '' ORDER BY sequence LIMIT :limit")
                .bindArray("runs", String.class, ids)
                .bind("limit", limit)
                .map((found, context) -> row.sealed(found))
                .list();
    }
}
