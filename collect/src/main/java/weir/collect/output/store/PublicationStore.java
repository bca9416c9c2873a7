package weir.collect.output.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jdbi.v3.core.statement.PreparedBatch;
import weir.collect.output.OutputFile;
import weir.platform.database.Transaction;

/// Reads and writes `collect.publication` with its shares and files.
public final class PublicationStore {

    /// Holds back others that would publish the same, until the transaction ends.
    public void lock(Transaction transaction, String useCase, String dataset) {
        transaction.handle()
                .createQuery("SELECT pg_advisory_xact_lock(hashtext('publication ' || :useCase || ' ' || :dataset)) IS NULL")
                .bind("useCase", useCase)
                .bind("dataset", dataset)
                .mapTo(Boolean.class)
                .one();
    }

    /// A number that is greater than any before.
    public long nextVersion(Transaction transaction) {
        return transaction.handle().createQuery("SELECT nextval('collect.version')").mapTo(Long.class).one();
    }

    /// Up to which share the current outputs go; 0 when there are none.
    public long upTo(Transaction transaction, String useCase, String dataset) {
        return transaction.handle()
                .createQuery("SELECT up_to FROM collect.publication WHERE use_case = :useCase AND dataset = :dataset AND is_current")
                .bind("useCase", useCase)
                .bind("dataset", dataset)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /// Whether the current outputs are younger than this.
    public boolean isYounger(Transaction transaction, String useCase, String dataset, Duration than) {
        return transaction.handle()
                .createQuery("""
                        SELECT EXISTS (SELECT 1 FROM collect.publication WHERE use_case = :useCase AND dataset = :dataset
                            AND is_current AND published_at > now() - :seconds * interval '1 second')
                        """)
                .bind("useCase", useCase)
                .bind("dataset", dataset)
                .bind("seconds", than.toSeconds())
                .mapTo(Boolean.class)
                .one();
    }

    /// Makes these files the current outputs. Answers the objects that were the earlier publication's own.
    public List<String> publish(
            Transaction transaction,
            UUID id,
            String useCase,
            String dataset,
            String run,
            long upTo,
            List<Long> shares,
            List<OutputFile> files) {
        List<String> earlier = transaction.handle()
                .createQuery("""
                        SELECT f.object FROM collect.publication_file f JOIN collect.publication p ON p.id = f.publication
                        WHERE p.use_case = :useCase AND p.dataset = :dataset AND f.is_own
                        """)
                .bind("useCase", useCase)
                .bind("dataset", dataset)
                .mapTo(String.class)
                .list();
        transaction.handle()
                .createUpdate("DELETE FROM collect.publication WHERE use_case = :useCase AND dataset = :dataset")
                .bind("useCase", useCase)
                .bind("dataset", dataset)
                .execute();
        transaction.handle()
                .createUpdate("""
                        INSERT INTO collect.publication (id, use_case, dataset, run, up_to, is_current)
                        VALUES (:id, :useCase, :dataset, :run, :upTo, true)
                        """)
                .bind("id", id)
                .bind("useCase", useCase)
                .bind("dataset", dataset)
                .bind("run", run)
                .bind("upTo", upTo)
                .execute();
        shares.forEach(share -> transaction.handle()
                .createUpdate("INSERT INTO collect.publication_share (publication, share) VALUES (:id, :share)")
                .bind("id", id)
                .bind("share", share)
                .execute());
        insertFiles(transaction, id, files);
        return earlier;
    }

    private static void insertFiles(Transaction transaction, UUID id, List<OutputFile> files) {
        if (files.isEmpty()) {
            return;
        }
        PreparedBatch batch = transaction.handle().prepareBatch("""
                INSERT INTO collect.publication_file (publication, path, object, bytes, sha256, is_own)
                VALUES (:id, :path, :object, :bytes, :sha256, :isOwn)
                """);
        for (OutputFile file : files) {
            batch.bind("id", id)
                    .bind("path", file.path())
                    .bind("object", file.object())
                    .bind("bytes", file.bytes())
                    .bind("sha256", file.sha256())
                    .bind("isOwn", file.isOwn())
                    .add();
        }
        batch.execute();
    }

    /// The current files of a use case, in the order of dataset and path.
    public List<OutputFile> current(Transaction transaction, String useCase) {
        return transaction.handle()
                .createQuery("""
                        SELECT p.use_case, p.dataset, f.* FROM collect.publication_file f
                        JOIN collect.publication p ON p.id = f.publication AND p.is_current
                        WHERE p.use_case = :useCase ORDER BY p.dataset, f.path
                        """)
                .bind("useCase", useCase)
                .map((row, _) -> read(row))
                .list();
    }

    public Optional<OutputFile> find(Transaction transaction, String useCase, String path) {
        return transaction.handle()
                .createQuery("""
                        SELECT p.use_case, p.dataset, f.* FROM collect.publication_file f
                        JOIN collect.publication p ON p.id = f.publication AND p.is_current
                        WHERE p.use_case = :useCase AND f.path = :path ORDER BY p.dataset LIMIT 1
                        """)
                .bind("useCase", useCase)
                .bind("path", path)
                .map((row, _) -> read(row))
                .findOne();
    }

    /// The shares in the current publication of a use case and dataset.
    public List<Long> shares(Transaction transaction, String useCase, String dataset) {
        return transaction.handle()
                .createQuery("""
                        SELECT s.share FROM collect.publication_share s
                        JOIN collect.publication p ON p.id = s.publication AND p.is_current
                        WHERE p.use_case = :useCase AND p.dataset = :dataset ORDER BY s.share
                        """)
                .bind("useCase", useCase)
                .bind("dataset", dataset)
                .mapTo(Long.class)
                .list();
    }

    private static OutputFile read(ResultSet row) throws SQLException {
        return new OutputFile(
                row.getString("use_case"),
                row.getString("dataset"),
                row.getString("path"),
                row.getString("object"),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getBoolean("is_own"));
    }
}
