package weir.platform.backup.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import weir.platform.database.Transaction;

/// Streams whole tables out and in by PostgreSQL's `COPY` in its text form, which gives every value back exactly.
public final class TableCopies {

    /// Kept by the migrations themselves.
    private static final String HISTORY = "flyway_schema_history";

    /// The tables of some schemas, each after those it refers to. Partitions are part of their table.
    public List<TableShape> tables(Transaction transaction, Collection<String> schemas) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        Map<String, TableShape> shapes = new LinkedHashMap<>();
        transaction.handle()
                .createQuery("""
                        SELECT n.nspname AS schema, c.relname AS name, a.attname AS column_name
                        FROM pg_class c
                        JOIN pg_namespace n ON n.oid = c.relnamespace
                        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                        WHERE n.nspname = ANY(:schemas) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                          AND c.relname <> :history
                        ORDER BY n.nspname, c.relname, a.attnum
                        """)
                .bindArray("schemas", String.class, schemas.toArray())
                .bind("history", HISTORY)
                .map((row, _) -> new TableShape(row.getString("schema"), row.getString("name"), List.of(row.getString("column_name"))))
                .forEach(one -> {
                    columns.computeIfAbsent(one.name(), _ -> new ArrayList<>()).addAll(one.columns());
                    shapes.put(one.name(), one);
                });
        Map<String, Set<String>> needs = references(transaction, schemas);
        Set<String> ordered = new LinkedHashSet<>();
        shapes.keySet().forEach(name -> order(name, needs, new LinkedHashSet<>(), ordered));
        return ordered.stream()
                .filter(shapes::containsKey)
                .map(shapes::get)
                .map(shape -> new TableShape(shape.schema(), shape.table(), columns.getOrDefault(shape.name(), List.of())))
                .toList();
    }

    /// Which table refers to which others.
    private static Map<String, Set<String>> references(Transaction transaction, Collection<String> schemas) {
        Map<String, Set<String>> needs = new TreeMap<>();
        transaction.handle()
                .createQuery("""
                        SELECT fn.nspname || '.' || f.relname AS one, tn.nspname || '.' || t.relname AS other
                        FROM pg_constraint k
                        JOIN pg_class f ON f.oid = k.conrelid JOIN pg_namespace fn ON fn.oid = f.relnamespace
                        JOIN pg_class t ON t.oid = k.confrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
                        WHERE k.contype = 'f' AND fn.nspname = ANY(:schemas)
                        ORDER BY 1, 2
                        """)
                .bindArray("schemas", String.class, schemas.toArray())
                .map((row, _) -> List.of(row.getString("one"), row.getString("other")))
                .forEach(pair -> needs.computeIfAbsent(pair.getFirst(), _ -> new LinkedHashSet<>()).add(pair.getLast()));
        return needs;
    }

    private static void order(String name, Map<String, Set<String>> needs, Set<String> under, Set<String> ordered) {
        if (ordered.contains(name) || !under.add(name)) {
            return;
        }
        needs.getOrDefault(name, Set.of()).forEach(other -> order(other, needs, under, ordered));
        ordered.add(name);
    }

    /// Writes every row this transaction sees.
    /// @return how many
    public long copyOut(Transaction transaction, TableShape table, OutputStream out) throws IOException {
        String copy = "COPY (SELECT " + table.quotedColumns() + " FROM " + table.quotedName() + ") TO STDOUT (ENCODING 'UTF8')";
        return copy(transaction, table, copies -> copies.copyOut(copy, out));
    }

    /// Reads what [#copyOut] has written into an empty table.
    /// @return how many rows
    public long copyIn(Transaction transaction, TableShape table, InputStream in) throws IOException {
        String copy = "COPY " + table.quotedName() + " (" + table.quotedColumns() + ") FROM STDIN (ENCODING 'UTF8')";
        return copy(transaction, table, copies -> copies.copyIn(copy, in));
    }

    private interface Copying {

        long with(CopyManager copies) throws SQLException, IOException;
    }

    private static long copy(Transaction transaction, TableShape table, Copying work) throws IOException {
        try {
            return work.with(transaction.handle().getConnection().unwrap(PGConnection.class).getCopyAPI());
        } catch (SQLException e) {
            throw new TableCopyFailed(table, e);
        }
    }

    /// How many rows a table has.
    public long count(Transaction transaction, TableShape table) {
        return transaction.handle()
                .createQuery("SELECT count(*) FROM " + table.quotedName())
                .mapTo(Long.class)
                .one();
    }

    /// How large the tables are on the disk, about, in bytes.
    public long size(Transaction transaction, Collection<String> schemas) {
        return transaction.handle()
                .createQuery("""
                        SELECT coalesce(sum(pg_relation_size(c.oid)), 0) FROM pg_class c
                        JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE n.nspname = ANY(:schemas) AND c.relkind = 'r'
                        """)
                .bindArray("schemas", String.class, schemas.toArray())
                .mapTo(Long.class)
                .one();
    }

    /// The numbers that sequences have given out last, by `schema.sequence`; those that gave none are left out. Read it
    /// after the tables: sequences know no transaction and only grow.
    public SortedMap<String, Long> sequences(Transaction transaction, Collection<String> schemas) {
        SortedMap<String, Long> found = new TreeMap<>();
        transaction.handle()
                .createQuery("""
                        SELECT schemaname || '.' || sequencename AS name, last_value FROM pg_sequences
                        WHERE schemaname = ANY(:schemas) AND last_value IS NOT NULL
                        """)
                .bindArray("schemas", String.class, schemas.toArray())
                .map((row, _) -> Map.entry(row.getString("name"), row.getLong("last_value")))
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    /// @param name `schema.sequence`
    public void setSequence(Transaction transaction, String name, long last) {
        int dot = name.indexOf('.');
        transaction.handle()
                .createQuery("SELECT setval(format('%I.%I', :schema, :sequence)::regclass, :last)")
                .bind("schema", name.substring(0, dot))
                .bind("sequence", name.substring(dot + 1))
                .bind("last", last)
                .mapTo(Long.class)
                .one();
    }
}
