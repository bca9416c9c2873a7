package weir.collect.delivery.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import weir.collect.delivery.Delivery;
import weir.collect.delivery.DeliveryId;
import weir.engine.organisation.OrganisationCode;
import weir.platform.database.Transaction;

/// Reads and writes `collect.delivery`.
public final class DeliveryStore {

    /// Registers a delivery; `false` when the same bytes were delivered under the same name before.
    public boolean insert(
            Transaction transaction, DeliveryId id, OrganisationCode organisation, String file, String resource, long bytes, String from) {
        return transaction.handle()
                .createUpdate("""
                        INSERT INTO collect.delivery (id, organisation, file, resource, bytes, received_from, state)
                        VALUES (:id, :organisation, :file, :resource, :bytes, :from, 'received')
                        ON CONFLICT (organisation, file, resource) DO NOTHING
                        """)
                .bind("id", id.value())
                .bind("organisation", organisation.value())
                .bind("file", file)
                .bind("resource", resource)
                .bind("bytes", bytes)
                .bind("from", from)
                .execute() == 1;
    }

    public Optional<Delivery> find(Transaction transaction, DeliveryId id) {
        return transaction.handle()
                .createQuery("SELECT * FROM collect.delivery WHERE id = :id")
                .bind("id", id.value())
                .map((row, _) -> read(row))
                .findOne();
    }

    /// The delivery of these bytes under this name.
    public Optional<Delivery> find(Transaction transaction, OrganisationCode organisation, String file, String resource) {
        return transaction.handle()
                .createQuery("""
                        SELECT * FROM collect.delivery
                        WHERE organisation = :organisation AND file = :file AND resource = :resource
                        """)
                .bind("organisation", organisation.value())
                .bind("file", file)
                .bind("resource", resource)
                .map((row, _) -> read(row))
                .findOne();
    }

    /// One page, newest first, of those with a smaller number than `before`.
    public List<Delivery> page(Transaction transaction, OrganisationCode organisation, long before, int limit) {
        return transaction.handle()
                .createQuery("""
                        SELECT * FROM collect.delivery
                        WHERE organisation = :organisation AND number < :before
                        ORDER BY number DESC LIMIT :limit
                        """)
                .bind("organisation", organisation.value())
                .bind("before", before)
                .bind("limit", limit)
                .map((row, _) -> read(row))
                .list();
    }

    /// The deliveries that go into outputs: of each file the latest that could be read.
    public List<Delivery> latest(Transaction transaction, OrganisationCode organisation) {
        return transaction.handle()
                .createQuery("""
                        SELECT DISTINCT ON (file) * FROM collect.delivery
                        WHERE organisation = :organisation AND state = 'checked'
                        ORDER BY file, number DESC
                        """)
                .bind("organisation", organisation.value())
                .map((row, _) -> read(row))
                .list();
    }

    public int waiting(Transaction transaction, OrganisationCode organisation) {
        return transaction.handle()
                .createQuery("SELECT count(*) FROM collect.delivery WHERE organisation = :organisation AND state = 'received'")
                .bind("organisation", organisation.value())
                .mapTo(Integer.class)
                .one();
    }

    /// Writes what checking came to.
    public void checked(Transaction transaction, DeliveryId id, Delivery.State state, Delivery.Findings findings) {
        transaction.handle()
                .createUpdate("""
                        UPDATE collect.delivery SET state = :state, dataset = :dataset, table_name = :table, period = :period,
                            rows_read = :read, rows_kept = :kept, rows_refused = :refused,
                            errors = :errors, warnings = :warnings, notices = :notices, report = :report
                        WHERE id = :id
                        """)
                .bind("id", id.value())
                .bind("state", state.name().toLowerCase(Locale.ROOT))
                .bind("dataset", findings.dataset())
                .bind("table", findings.table())
                .bind("period", findings.period())
                .bind("read", findings.rowsRead())
                .bind("kept", findings.rowsKept())
                .bind("refused", findings.rowsRefused())
                .bind("errors", findings.errors())
                .bind("warnings", findings.warnings())
                .bind("notices", findings.notices())
                .bind("report", findings.report())
                .execute();
    }

    private static Delivery read(ResultSet row) throws SQLException {
        Delivery.State state = Delivery.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        return new Delivery(
                new DeliveryId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                new OrganisationCode(row.getString("organisation")),
                row.getString("file"),
                row.getString("resource"),
                row.getLong("bytes"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("received_from"),
                state,
                state == Delivery.State.RECEIVED ? Optional.empty() : Optional.of(findings(row)));
    }

    private static Delivery.Findings findings(ResultSet row) throws SQLException {
        return new Delivery.Findings(
                row.getString("dataset"),
                row.getString("table_name"),
                row.getString("period"),
                row.getLong("rows_read"),
                row.getLong("rows_kept"),
                row.getLong("rows_refused"),
                row.getLong("errors"),
                row.getLong("warnings"),
                row.getLong("notices"),
                row.getString("report"));
    }
}
