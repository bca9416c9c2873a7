package weir.stream.registration.store;

import java.math.BigDecimal;
import java.util.Objects;

import weir.platform.database.Database;
import weir.stream.message.DocumentId;
import weir.stream.registration.SeenStudents;

/// Keeps in `stream.seen_student` which records of an upload had a key. Safe for many threads and processes.
///
/// Of the records that have a key, only those with a lower number are earlier, so that a record has the same answer however
/// often and in whatever order it is processed.
public final class StoredStudents implements SeenStudents {

    private final Database database;

    public StoredStudents(Database database) {
        this.database = database;
    }

    @Override
    public Earlier add(DocumentId upload, String key, Entry entry) {
        return database.write(transaction -> {
            transaction.handle()
                    .createUpdate("""
                            INSERT INTO stream.seen_student (upload, key, number, fte) VALUES (:upload, :key, :number, :fte)
                            ON CONFLICT DO NOTHING
                            """)
                    .bind("upload", upload.value())
                    .bind("key", key)
                    .bind("number", entry.number())
                    .bind("fte", entry.fte())
                    .execute();
            return transaction.handle()
                    .createQuery("""
                            SELECT count(*) AS count, coalesce(min(number), 0) AS first, coalesce(sum(fte), 0) AS fte
                            FROM stream.seen_student WHERE upload = :upload AND key = :key AND number < :number
                            """)
                    .bind("upload", upload.value())
                    .bind("key", key)
                    .bind("number", entry.number())
                    .map((row, _) -> new Earlier(
                            row.getLong("count"), row.getLong("first"),
                            Objects.requireNonNullElse(row.getBigDecimal("fte"), BigDecimal.ZERO)))
                    .one();
        });
    }

    @Override
    public void forget(DocumentId upload) {
        database.change(transaction -> transaction.handle()
                .createUpdate("DELETE FROM stream.seen_student WHERE upload = :upload")
                .bind("upload", upload.value())
                .execute());
    }
}
