package weir.stream.memory.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import weir.platform.database.Transaction;

/// Reads the graph and the objects. Every list is in the order of ids, byte by byte.
public final class GraphStore {

    /// Schools are tied to nearly everything, so a second step leaves them out where it can.
    private static final String WITHOUT_SCHOOLS = """
            ARRAY(SELECT n.id FROM unnest(stream.neighbours(ARRAY[:id])) AS n (id)
                  WHERE NOT EXISTS (SELECT FROM stream.tuple s WHERE s.type = 'SchoolInfo' AND s.id = n.id))""";

    private static final String DIRECT = "stream.neighbours(ARRAY[:id])";
    private static final String INDIRECT = "stream.neighbours(" + WITHOUT_SCHOOLS + ")";
    private static final String BY_SCHOOLS = "stream.neighbours(" + DIRECT + ")";

    private static final String LABEL = """
            coalesce((SELECT l.label FROM stream.tuple l WHERE l.id = i.id AND l.tie = ''
                      ORDER BY l.label = l.id, l.at DESC, l.place DESC LIMIT 1), i.id)""";

    /// The names of the collections that have members.
    public List<String> collections(Transaction transaction) {
        return transaction.handle()
                .createQuery("""
                        WITH RECURSIVE known (type) AS (
                            SELECT min(type) FROM stream.tuple WHERE type > ''
                            UNION ALL
                            SELECT (SELECT min(t.type) FROM stream.tuple t WHERE t.type > known.type) FROM known
                            WHERE known.type IS NOT NULL)
                        SELECT type FROM known WHERE type IS NOT NULL
                        """)
                .mapTo(String.class)
                .list();
    }

    /// The members of a collection.
    ///
    /// @param after those after this id; empty for the first
    public List<String> members(Transaction transaction, String collection, String after, int limit) {
        return transaction.handle()
                .createQuery("SELECT id FROM stream.tuple WHERE type = :collection AND id > :after ORDER BY type, id LIMIT :limit")
                .bind("collection", collection)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /// The members of a collection that are tied to an id; when there is none, those that are tied to what is tied to it,
    /// through no school when that finds any. Source: section 4.4 of the facts of NIAS.
    public List<String> find(Transaction transaction, String id, String collection, String after, int limit) {
        List<String> direct = find(transaction, id, collection, after, limit, DIRECT);
        if (!direct.isEmpty() || !after.isEmpty() && hasAny(transaction, id, collection, DIRECT)) {
            return direct;
        }
        List<String> indirect = find(transaction, id, collection, after, limit, INDIRECT);
        if (!indirect.isEmpty() || !after.isEmpty() && hasAny(transaction, id, collection, INDIRECT)) {
            return indirect;
        }
        return find(transaction, id, collection, after, limit, BY_SCHOOLS);
    }

    private static List<String> find(
            Transaction transaction, String id, String collection, String after, int limit, String reach) {
        return transaction.handle()
                .createQuery("SELECT id FROM stream.tuple WHERE type = :collection AND id > :after "
                        + "AND id IN (SELECT unnest(" + reach + ")) ORDER BY type, id LIMIT :limit")
                .bind("id", id)
                .bind("collection", collection)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    private static boolean hasAny(Transaction transaction, String id, String collection, String reach) {
        return !find(transaction, id, collection, "", 1, reach).isEmpty();
    }

    /// What is known of ids, in their order.
    ///
    /// @param collection the ids are of; empty when of several
    public List<KnownObject> known(Transaction transaction, List<String> ids, String collection, boolean isWithBody) {
        String prefix = collection.equals("oneroster_demographics") ? "demographics::" : "";
        try (Query query = transaction.handle().createQuery("SELECT i.id, " + LABEL + " AS label, "
                + (isWithBody ? "o.body" : "NULL::bytea AS body")
                + " FROM unnest(:ids) WITH ORDINALITY AS i (id, number)"
                + (isWithBody ? " LEFT JOIN stream.object o ON o.key = :prefix || i.id" : "")
                + " ORDER BY i.number")) {
            if (isWithBody) {
                query.bind("prefix", prefix);
            }
            return query.bindArray("ids", String.class, ids.toArray()).map((row, _) -> read(row)).list();
        }
    }

    private static KnownObject read(ResultSet row) throws SQLException {
        byte @Nullable [] body = row.getBytes("body");
        return new KnownObject(
                row.getString("id"), Optional.ofNullable(body).map(Packing::text), row.getString("label"));
    }

    /// The id of the object that others know by an id of their own.
    ///
    /// @param localIds `kind:value`, any of which will do
    /// @param collection the object is of; empty when of any
    public Optional<String> byLocalId(Transaction transaction, Collection<String> localIds, String collection) {
        return transaction.handle()
                .createQuery("""
                        SELECT id FROM stream.tuple WHERE local_ids && CAST(:local AS text[]) AND (:collection = '' OR type = :collection)
                        ORDER BY at DESC, place DESC, id LIMIT 1
                        """)
                .bindArray("local", String.class, localIds.toArray())
                .bind("collection", collection)
                .mapTo(String.class)
                .findOne();
    }

    /// How many members each collection has that are tied to an id, the id itself left out. Where none is, those that are tied
    /// to what is tied to it.
    public Map<String, Long> linked(Transaction transaction, String id) {
        Map<String, Long> counts = new TreeMap<>(counts(transaction, id, INDIRECT));
        counts.putAll(counts(transaction, id, DIRECT));
        return counts;
    }

    private static Map<String, Long> counts(Transaction transaction, String id, String from) {
        Map<String, Long> counts = new TreeMap<>();
        transaction.handle()
                .createQuery("SELECT type, count(*) AS members FROM stream.tuple WHERE tie = '' AND id <> :id "
                        + "AND id IN (SELECT unnest(" + from + ")) GROUP BY type")
                .bind("id", id)
                .map((row, _) -> Map.entry(row.getString("type"), row.getLong("members")))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /// What is tied to an id, by collection, the id itself left out.
    ///
    /// @param collections only of these
    public List<Neighbour> neighbours(Transaction transaction, String id, Collection<String> collections, int limit) {
        return transaction.handle()
                .createQuery("SELECT i.type, i.id, " + LABEL + " AS label FROM stream.tuple i "
                        + "WHERE i.tie = '' AND i.id <> :id AND i.type = ANY (:collections) "
                        + "AND i.id IN (SELECT unnest(" + DIRECT + ")) ORDER BY i.type, i.id LIMIT :limit")
                .bind("id", id)
                .bind("limit", limit)
                .bindArray("collections", String.class, collections.toArray())
                .map((row, _) -> new Neighbour(row.getString("type"), row.getString("id"), row.getString("label")))
                .list();
    }

    /// The ids that are tied to an id, schools left out, itself among them.
    public List<String> near(Transaction transaction, String id, int limit) {
        return transaction.handle()
                .createQuery("SELECT n.id COLLATE \"C\" FROM unnest(" + WITHOUT_SCHOOLS + ") AS n (id) ORDER BY 1 LIMIT :limit")
                .bind("id", id)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /// Ids of OneRoster with the ids of SIF that have their local id: what means the same.
    public List<Equivalence> merged(Transaction transaction) {
        return transaction.handle()
                .createQuery("""
                        SELECT DISTINCT r.id AS roster, s.id AS sif
                        FROM stream.tuple r, unnest(r.local_ids) AS o (known),
                            LATERAL (SELECT t.id FROM stream.tuple t
                                WHERE t.local_ids && ARRAY['localid:' || substr(o.known, strpos(o.known, ':') + 1)]
                                AND t.type NOT LIKE 'oneroster!_%' ESCAPE '!') AS s (id)
                        WHERE r.type LIKE 'oneroster!_%' ESCAPE '!' AND o.known LIKE 'oneroster!_%' ESCAPE '!' AND r.id <> s.id
                        ORDER BY 1, 2
                        """)
                .map((row, _) -> new Equivalence(row.getString("roster"), row.getString("sif")))
                .list();
    }
}
