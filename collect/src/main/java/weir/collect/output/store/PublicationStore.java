package weir.collect.output.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jdbi.v3.core.statement.PreparedBatch;
import weir.collect.output.OutputFile;
import weir.engine.organisation.OrganisationCode;
import weir.platform.database.Transaction;

/// Reads and writes `collect.publication` and its files.
public final class PublicationStore {

    /// Up to which delivery the current outputs go; 0 when there are none.
    public long upTo(Transaction transaction, OrganisationCode organisation) {
        return transaction.handle()
                .createQuery("SELECT up_to FROM collect.publication WHERE organisation = :organisation AND is_current")
                .bind("organisation", organisation.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /// Makes these files the current outputs, unless there are later ones by now.
    public boolean publish(
            Transaction transaction, UUID id, OrganisationCode organisation, String run, long upTo, List<OutputFile> files) {
        transaction.handle()
                .createQuery("SELECT pg_advisory_xact_lock(hashtext('publication ' || :organisation)) IS NULL")
                .bind("organisation", organisation.value())
                .mapTo(Boolean.class)
                .one();
        if (upTo(transaction, organisation) > upTo) {
            return false;
        }
        transaction.handle()
                .createUpdate("UPDATE collect.publication SET is_current = false WHERE organisation = :organisation AND is_current")
                .bind("organisation", organisation.value())
                .execute();
        transaction.handle()
                .createUpdate("""
                        INSERT INTO collect.publication (id, organisation, run, up_to, is_current)
                        VALUES (:id, :organisation, :run, :upTo, true)
                        """)
                .bind("id", id)
                .bind("organisation", organisation.value())
                .bind("run", run)
                .bind("upTo", upTo)
                .execute();
        insertFiles(transaction, id, files);
        return true;
    }

    private static void insertFiles(Transaction transaction, UUID id, List<OutputFile> files) {
        if (files.isEmpty()) {
            return;
        }
        PreparedBatch batch = transaction.handle().prepareBatch("""
                INSERT INTO collect.publication_file (publication, use_case, path, object, bytes, sha256)
                VALUES (:id, :useCase, :path, :object, :bytes, :sha256)
                """);
        for (OutputFile file : files) {
            batch.bind("id", id)
                    .bind("useCase", file.useCase())
                    .bind("path", file.path())
                    .bind("object", file.object())
                    .bind("bytes", file.bytes())
                    .bind("sha256", file.sha256())
                    .add();
        }
        batch.execute();
    }

    /// The current files of a use case, of all organisations, in the order of organisation and path.
    public List<OutputFile> current(Transaction transaction, String useCase) {
        return transaction.handle()
                .createQuery("""
                        SELECT p.organisation, f.* FROM collect.publication_file f
                        JOIN collect.publication p ON p.id = f.publication AND p.is_current
                        WHERE f.use_case = :useCase ORDER BY p.organisation, f.path
                        """)
                .bind("useCase", useCase)
                .map((row, _) -> read(row))
                .list();
    }

    public Optional<OutputFile> find(Transaction transaction, String useCase, OrganisationCode organisation, String path) {
        return transaction.handle()
                .createQuery("""
                        SELECT p.organisation, f.* FROM collect.publication_file f
                        JOIN collect.publication p ON p.id = f.publication AND p.is_current
                        WHERE f.use_case = :useCase AND p.organisation = :organisation AND f.path = :path
                        """)
                .bind("useCase", useCase)
                .bind("organisation", organisation.value())
                .bind("path", path)
                .map((row, _) -> read(row))
                .findOne();
    }

    private static OutputFile read(ResultSet row) throws SQLException {
        return new OutputFile(
                new OrganisationCode(row.getString("organisation")),
                row.getString("use_case"),
                row.getString("path"),
                row.getString("object"),
                row.getLong("bytes"),
                row.getString("sha256"));
    }
}
