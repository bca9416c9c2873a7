package weir.stream.registration.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import weir.platform.database.Database;
import weir.platform.database.Transaction;
import weir.stream.error.StreamError;
import weir.stream.message.DocumentId;
import weir.stream.registration.FileReport;
import weir.stream.registration.FileReports;
import weir.stream.registration.RegistrationObject;

/// Counts the records of uploads in `stream.upload` and `stream.upload_record`.
public final class StoredReports implements FileReports {

    private final Database database;

    public StoredReports(Database database) {
        this.database = database;
    }

    /// What is kept of a record.
    private record Kept(boolean failed, String school, String localId, String testLevel) {}

    @Override
    public Optional<StreamError> add(DocumentId upload, long total, long number, RegistrationObject student) {
        Kept kept = new Kept(
                false, student.value("ASLSchoolId"), student.value("LocalId"), student.value("TestLevel"));
        return database.write(transaction -> count(transaction, upload, total, number, kept));
    }

    @Override
    public Optional<StreamError> fail(DocumentId upload, long total, long number) {
        return database.write(transaction -> count(transaction, upload, total, number, new Kept(true, "", "", "")));
    }

    /// The row of the upload is the lock: one record is counted at a time.
    private static Optional<StreamError> count(Transaction transaction, DocumentId upload, long total, long number, Kept kept) {
        transaction.handle()
                .createUpdate("INSERT INTO stream.upload (id, total, seen) VALUES (:id, :total, 0) ON CONFLICT DO NOTHING")
                .bind("id", upload.value())
                .bind("total", total)
                .execute();
        transaction.handle()
                .createQuery("SELECT 1 FROM stream.upload WHERE id = :id FOR UPDATE")
                .bind("id", upload.value())
                .mapTo(Integer.class)
                .one();
        int added = transaction.handle()
                .createUpdate("""
                        INSERT INTO stream.upload_record (upload, number, failed, school, local_id, test_level)
                        VALUES (:upload, :number, :failed, :school, :localId, :testLevel) ON CONFLICT DO NOTHING
                        """)
                .bind("upload", upload.value())
                .bind("number", number)
                .bind("failed", kept.failed())
                .bind("school", kept.school())
                .bind("localId", kept.localId())
                .bind("testLevel", kept.testLevel())
                .execute();
        boolean completes = transaction.handle()
                .createQuery("""
                        UPDATE stream.upload SET seen = seen + :added,
                            completed_by = CASE WHEN seen + :added >= total THEN coalesce(completed_by, :number) END
                        WHERE id = :id RETURNING coalesce(completed_by = :number, false)
                        """)
                .bind("added", added)
                .bind("number", number)
                .bind("id", upload.value())
                .mapTo(Boolean.class)
                .one();
        return completes ? Optional.of(FileReport.report(upload, counts(transaction, upload))) : Optional.empty();
    }

    private static FileReport.Counts counts(Transaction transaction, DocumentId upload) {
        Map<String, Integer> testLevels = new HashMap<>();
        transaction.handle()
                .createQuery("""
                        SELECT test_level, count(*) AS students FROM (
                            SELECT DISTINCT ON (school, local_id) test_level FROM stream.upload_record
                            WHERE upload = :upload AND NOT failed ORDER BY school, local_id, number) AS student
                        GROUP BY test_level
                        """)
                .bind("upload", upload.value())
                .map((row, _) -> Map.entry(row.getString("test_level"), row.getInt("students")))
                .forEach(level -> testLevels.put(level.getKey(), level.getValue()));
        return transaction.handle()
                .createQuery("""
                        SELECT count(DISTINCT school) FILTER (WHERE NOT failed) AS schools,
                            count(DISTINCT (school, local_id)) FILTER (WHERE NOT failed) AS students,
                            count(*) FILTER (WHERE NOT failed) AS valid, count(*) FILTER (WHERE failed) AS failed
                        FROM stream.upload_record WHERE upload = :upload
                        """)
                .bind("upload", upload.value())
                .map((row, _) -> new FileReport.Counts(
                        row.getLong("schools"), row.getLong("students"), testLevels, row.getLong("valid"), row.getLong("failed")))
                .one();
    }
}
