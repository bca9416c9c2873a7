package weir.collect.upload.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import weir.collect.delivery.DeliveryId;
import weir.collect.upload.Upload;
import weir.collect.upload.UploadId;
import weir.engine.organisation.OrganisationCode;
import weir.platform.database.Transaction;

/// Reads and writes `collect.upload` and `collect.upload_piece`.
public final class UploadStore {

    public void insert(Transaction transaction, Upload upload) {
        transaction.handle()
                .createUpdate("""
                        INSERT INTO collect.upload (id, organisation, delivery, file, metadata, bytes, touched_at)
                        VALUES (:id, :organisation, :delivery, :file, :metadata, :bytes, :touched)
                        """)
                .bind("id", upload.id().value())
                .bind("organisation", upload.organisation().value())
                .bind("delivery", upload.delivery().value())
                .bind("file", upload.file())
                .bind("metadata", upload.metadata())
                .bind("bytes", upload.bytes())
                .bind("touched", utc(upload.touchedAt()))
                .execute();
    }

    public Optional<Upload> find(Transaction transaction, UploadId id) {
        return transaction.handle()
                .createQuery("SELECT * FROM collect.upload WHERE id = :id")
                .bind("id", id.value())
                .map((row, _) -> upload(row))
                .findOne();
    }

    /// Adds a piece at the end of what is kept. `false` when that is elsewhere by now, or the upload is gone.
    public boolean add(Transaction transaction, UploadId id, long startsAt, long bytes, String object, Instant now) {
        boolean isNext = transaction.handle()
                .createUpdate("""
                        UPDATE collect.upload SET received = received + :bytes, touched_at = :now
                        WHERE id = :id AND received = :startsAt AND received + :bytes <= bytes
                        """)
                .bind("id", id.value())
                .bind("startsAt", startsAt)
                .bind("bytes", bytes)
                .bind("now", utc(now))
                .execute() == 1;
        if (isNext) {
            transaction.handle()
                    .createUpdate("""
                            INSERT INTO collect.upload_piece (upload, starts_at, bytes, object)
                            VALUES (:id, :startsAt, :bytes, :object)
                            """)
                    .bind("id", id.value())
                    .bind("startsAt", startsAt)
                    .bind("bytes", bytes)
                    .bind("object", object)
                    .execute();
        }
        return isNext;
    }

    /// The objects of its pieces, in their order.
    public List<String> pieces(Transaction transaction, UploadId id) {
        return transaction.handle()
                .createQuery("SELECT object FROM collect.upload_piece WHERE upload = :id ORDER BY starts_at")
                .bind("id", id.value())
                .mapTo(String.class)
                .list();
    }

    /// Notes that it is handed over, and forgets its pieces.
    public void delivered(Transaction transaction, UploadId id, DeliveryId delivery) {
        transaction.handle()
                .createUpdate("UPDATE collect.upload SET is_delivered = true, delivery = :delivery WHERE id = :id")
                .bind("id", id.value())
                .bind("delivery", delivery.value())
                .execute();
        transaction.handle()
                .createUpdate("DELETE FROM collect.upload_piece WHERE upload = :id")
                .bind("id", id.value())
                .execute();
    }

    public void delete(Transaction transaction, UploadId id) {
        transaction.handle()
                .createUpdate("DELETE FROM collect.upload WHERE id = :id")
                .bind("id", id.value())
                .execute();
    }

    /// Uploads that nobody has touched since, the oldest first.
    public List<Upload> untouchedSince(Transaction transaction, Instant time) {
        return transaction.handle()
                .createQuery("SELECT * FROM collect.upload WHERE touched_at < :time ORDER BY touched_at, id")
                .bind("time", utc(time))
                .map((row, _) -> upload(row))
                .list();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Upload upload(ResultSet row) throws SQLException {
        return new Upload(
                new UploadId(row.getObject("id", UUID.class)),
                new OrganisationCode(row.getString("organisation")),
                new DeliveryId(row.getObject("delivery", UUID.class)),
                row.getString("file"),
                row.getString("metadata"),
                row.getLong("bytes"),
                row.getLong("received"),
                row.getObject("touched_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("is_delivered"));
    }
}
