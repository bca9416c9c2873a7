package weir.collect.inbox.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import weir.platform.database.Transaction;

/// Reads and writes `collect.inbox_file`.
public final class InboxStore {

    /// What is known of a file.
    ///
    /// @param seen  its mark when it was seen last
    /// @param taken its mark when it was taken; empty when it never was
    public record Known(String seen, String taken) {}

    /// All that are known, by their paths.
    public Map<String, Known> all(Transaction transaction) {
        Map<String, Known> all = new HashMap<>();
        transaction.handle()
                .createQuery("SELECT path, seen, taken FROM collect.inbox_file")
                .map((row, _) -> all.put(row.getString("path"), new Known(row.getString("seen"), row.getString("taken"))) == null)
                .list();
        return all;
    }

    public void seen(Transaction transaction, String path, String mark) {
        transaction.handle()
                .createUpdate("""
                        INSERT INTO collect.inbox_file (path, seen) VALUES (:path, :mark)
                        ON CONFLICT (path) DO UPDATE SET seen = excluded.seen
                        """)
                .bind("path", path)
                .bind("mark", mark)
                .execute();
    }

    /// @param file the number it is delivered under; empty when it could not be taken
    public void taken(Transaction transaction, String path, String mark, Optional<Integer> file) {
        transaction.handle()
                .createUpdate("""
                        INSERT INTO collect.inbox_file (path, seen, taken, file, is_reported)
                        VALUES (:path, :mark, :mark, :file, :file IS NULL)
                        ON CONFLICT (path) DO UPDATE SET seen = excluded.seen, taken = excluded.taken, file = excluded.file,
                            is_reported = excluded.is_reported
                        """)
                .bind("path", path)
                .bind("mark", mark)
                .bindByType("file", file.orElse(null), Integer.class)
                .execute();
    }

    /// A file of the inbox that was checked and of which nobody has the report yet.
    public record Unreported(String path, int file) {}

    public List<Unreported> unreported(Transaction transaction) {
        return transaction.handle()
                .createQuery("""
                        SELECT i.path, i.file FROM collect.inbox_file i
                        JOIN collect.delivered_file f ON f.number = i.file
                        WHERE NOT i.is_reported AND f.state <> 'received' ORDER BY i.path
                        """)
                .map((row, _) -> new Unreported(row.getString("path"), row.getInt("file")))
                .list();
    }

    public void reported(Transaction transaction, String path) {
        transaction.handle()
                .createUpdate("UPDATE collect.inbox_file SET is_reported = true WHERE path = :path")
                .bind("path", path)
                .execute();
    }
}
