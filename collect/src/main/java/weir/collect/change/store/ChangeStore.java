package weir.collect.change.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import weir.collect.change.Change;
import weir.engine.organisation.OrganisationCode;
import weir.platform.database.Transaction;

/// Reads and writes `collect.change`.
public final class ChangeStore {

    /// Notes a change.
    public void changed(Transaction transaction, OrganisationCode organisation, String dataset) {
        write(transaction, organisation, dataset, """
                INSERT INTO collect.change (organisation, dataset, version)
                VALUES (:organisation, :dataset, nextval('collect.version'))
                ON CONFLICT (organisation, dataset) DO UPDATE SET version = excluded.version
                """);
    }

    /// Notes a change by which something must not leave any more.
    public void erased(Transaction transaction, OrganisationCode organisation, String dataset) {
        write(transaction, organisation, dataset, """
                INSERT INTO collect.change (organisation, dataset, version, erased)
                SELECT :organisation, :dataset, next, next FROM nextval('collect.version') AS next
                ON CONFLICT (organisation, dataset) DO UPDATE SET version = excluded.version, erased = excluded.erased
                """);
    }

    private static void write(Transaction transaction, OrganisationCode organisation, String dataset, String sql) {
        transaction.handle()
                .createUpdate(sql)
                .bind("organisation", organisation.value())
                .bind("dataset", dataset)
                .execute();
    }

    public Optional<Change> find(Transaction transaction, OrganisationCode organisation, String dataset) {
        return transaction.handle()
                .createQuery("SELECT * FROM collect.change WHERE organisation = :organisation AND dataset = :dataset")
                .bind("organisation", organisation.value())
                .bind("dataset", dataset)
                .map((row, _) -> read(row))
                .findOne();
    }

    /// All of them, in the order of organisation and dataset.
    public List<Change> all(Transaction transaction) {
        return transaction.handle()
                .createQuery("SELECT * FROM collect.change ORDER BY organisation, dataset")
                .map((row, _) -> read(row))
                .list();
    }

    /// Those of an organisation, in the order of dataset.
    public List<Change> of(Transaction transaction, OrganisationCode organisation) {
        return transaction.handle()
                .createQuery("SELECT * FROM collect.change WHERE organisation = :organisation ORDER BY dataset")
                .bind("organisation", organisation.value())
                .map((row, _) -> read(row))
                .list();
    }

    /// What has changed since the current share of it was made.
    public List<Change> due(Transaction transaction, OrganisationCode organisation) {
        return transaction.handle()
                .createQuery("""
                        SELECT c.* FROM collect.change c
                        LEFT JOIN collect.share s ON s.organisation = c.organisation AND s.dataset = c.dataset AND s.is_current
                        WHERE c.organisation = :organisation AND (s.version IS NULL OR s.version < c.version)
                        ORDER BY c.dataset
                        """)
                .bind("organisation", organisation.value())
                .map((row, _) -> read(row))
                .list();
    }

    /// How many organisations have changed a dataset since their current share of it was made.
    public int due(Transaction transaction, String dataset) {
        return transaction.handle()
                .createQuery("""
                        SELECT count(*) FROM collect.change c
                        LEFT JOIN collect.share s ON s.organisation = c.organisation AND s.dataset = c.dataset AND s.is_current
                        WHERE c.dataset = :dataset AND (s.version IS NULL OR s.version < c.version)
                        """)
                .bind("dataset", dataset)
                .mapTo(Integer.class)
                .one();
    }

    private static Change read(ResultSet row) throws SQLException {
        return new Change(
                new OrganisationCode(row.getString("organisation")),
                row.getString("dataset"),
                row.getLong("version"),
                row.getLong("erased"));
    }
}
