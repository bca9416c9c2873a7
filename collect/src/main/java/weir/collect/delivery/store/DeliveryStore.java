package weir.collect.delivery.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import weir.collect.delivery.DeliveredFile;
import weir.collect.delivery.Delivery;
import weir.collect.delivery.DeliveryId;
import weir.engine.organisation.OrganisationCode;
import weir.platform.database.Transaction;

/// Reads and writes `collect.delivery`.
public final class DeliveryStore {

    private final FileStore files = new FileStore();

    private record Head(DeliveryId id, long number, OrganisationCode organisation, Instant receivedAt, String receivedFrom) {

        Delivery with(List<DeliveredFile> files) {
            return new Delivery(id, number, organisation, receivedAt, receivedFrom, files);
        }
    }

    /// Registers a delivery, unless it is there.
    public void insert(Transaction transaction, DeliveryId id, OrganisationCode organisation, String from) {
        transaction.handle()
                .createUpdate("""
                        INSERT INTO collect.delivery (id, organisation, received_from) VALUES (:id, :organisation, :from)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .bind("id", id.value())
                .bind("organisation", organisation.value())
                .bind("from", from)
                .execute();
    }

    public Optional<Delivery> find(Transaction transaction, DeliveryId id) {
        return transaction.handle()
                .createQuery("SELECT * FROM collect.delivery WHERE id = :id")
                .bind("id", id.value())
                .map((row, _) -> head(row))
                .findOne()
                .map(head -> withFiles(transaction, head));
    }

    /// One page, newest first, of those with a smaller number than `before`.
    public List<Delivery> page(Transaction transaction, OrganisationCode organisation, long before, int limit) {
        List<Head> heads = transaction.handle()
                .createQuery("""
                        SELECT * FROM collect.delivery
                        WHERE organisation = :organisation AND number < :before
                        ORDER BY number DESC LIMIT :limit
                        """)
                .bind("organisation", organisation.value())
                .bind("before", before)
                .bind("limit", limit)
                .map((row, _) -> head(row))
                .list();
        var byDelivery = files.of(transaction, heads.stream().map(Head::id).toList());
        return heads.stream().map(head -> head.with(byDelivery.getOrDefault(head.id(), List.of()))).toList();
    }

    private Delivery withFiles(Transaction transaction, Head head) {
        return head.with(files.of(transaction, List.of(head.id())).getOrDefault(head.id(), List.of()));
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                new DeliveryId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                new OrganisationCode(row.getString("organisation")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("received_from"));
    }
}
