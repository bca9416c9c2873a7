package weir.collect.erase.store;

import java.util.Collection;
import java.util.List;

import org.jdbi.v3.core.statement.PreparedBatch;
import weir.platform.database.Transaction;

/// Reads and writes `collect.unneeded_object`.
public final class UnneededStore {

    /// Puts objects on the list.
    public void add(Transaction transaction, Collection<String> objects) {
        if (objects.isEmpty()) {
            return;
        }
        PreparedBatch batch = transaction.handle()
                .prepareBatch("INSERT INTO collect.unneeded_object (object) VALUES (:object) ON CONFLICT DO NOTHING");
        objects.forEach(object -> batch.bind("object", object).add());
        batch.execute();
    }

    /// Takes an object off the list, because it is needed again, or to erase it. `false` when it is not on it. Waits for
    /// whoever is about to take it.
    public boolean take(Transaction transaction, String object) {
        return transaction.handle()
                .createUpdate("DELETE FROM collect.unneeded_object WHERE object = :object")
                .bind("object", object)
                .execute() == 1;
    }

    /// Some of the list, the longest waiting first.
    public List<String> some(Transaction transaction, int limit) {
        return transaction.handle()
                .createQuery("SELECT object FROM collect.unneeded_object ORDER BY since, object LIMIT :limit")
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /// Whether a row of the registry names the object.
    public boolean isReferred(Transaction transaction, String object) {
        return transaction.handle()
                .createQuery("""
                        SELECT EXISTS (SELECT 1 FROM collect.delivered_table WHERE sorted = :object OR cleaned = :object)
                            OR EXISTS (SELECT 1 FROM collect.delivered_file WHERE starts_with(:object, reports || '/'))
                            OR EXISTS (SELECT 1 FROM collect.return_check WHERE starts_with(:object, reports || '/'))
                            OR EXISTS (SELECT 1 FROM collect.delivered_file WHERE state <> 'withdrawn'
                                AND resource = right(:object, 64) AND starts_with(:object, 'resources/'))
                            OR EXISTS (SELECT 1 FROM collect.upload_piece WHERE object = :object)
                            OR EXISTS (SELECT 1 FROM collect.share_file WHERE object = :object)
                            OR EXISTS (SELECT 1 FROM collect.publication_file WHERE object = :object)
                        """)
                .bind("object", object)
                .mapTo(Boolean.class)
                .one();
    }
}
