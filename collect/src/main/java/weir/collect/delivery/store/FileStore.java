package weir.collect.delivery.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import weir.collect.delivery.DeliveredFile;
import weir.collect.delivery.DeliveredFile.Findings;
import weir.collect.delivery.DeliveredFile.State;
import weir.collect.delivery.DeliveredTable;
import weir.collect.delivery.DeliveryId;
import weir.engine.organisation.OrganisationCode;
import weir.platform.database.Transaction;

/// Reads and writes `collect.delivered_file`.
public final class FileStore {

    private final TableStore tables = new TableStore();

    /// Registers a file that waits to be checked; empty when the same bytes under the same name count already.
    public Optional<Integer> insert(
            Transaction transaction, DeliveryId delivery, OrganisationCode organisation, String file, String resource, long bytes) {
        return transaction.handle()
                .createQuery("""
                        INSERT INTO collect.delivered_file (delivery, organisation, file, resource, bytes, state)
                        VALUES (:delivery, :organisation, :file, :resource, :bytes, 'received')
                        ON CONFLICT (organisation, file, resource) WHERE state IN ('received', 'checked') DO NOTHING
                        RETURNING number
                        """)
                .bind("delivery", delivery.value())
                .bind("organisation", organisation.value())
                .bind("file", file)
                .bind("resource", resource)
                .bind("bytes", bytes)
                .mapTo(Integer.class)
                .findOne();
    }

    public Optional<DeliveredFile> find(Transaction transaction, int number) {
        return read(transaction, transaction.handle()
                        .createQuery("SELECT * FROM collect.delivered_file WHERE number = :number")
                        .bind("number", number)
                        .map((row, _) -> raw(row))
                        .list())
                .stream()
                .findFirst();
    }

    /// The file of these bytes under this name that counts, or was refused by these rules.
    public Optional<DeliveredFile> find(
            Transaction transaction, OrganisationCode organisation, String file, String resource, String rules) {
        return read(transaction, transaction.handle()
                        .createQuery("""
                                SELECT * FROM collect.delivered_file
                                WHERE organisation = :organisation AND file = :file AND resource = :resource
                                AND (state IN ('received', 'checked') OR state = 'refused' AND rules = :rules)
                                ORDER BY number DESC LIMIT 1
                                """)
                        .bind("organisation", organisation.value())
                        .bind("file", file)
                        .bind("resource", resource)
                        .bind("rules", rules)
                        .map((row, _) -> raw(row))
                        .list())
                .stream()
                .findFirst();
    }

    /// The files of deliveries, each in the order in which they came.
    public Map<DeliveryId, List<DeliveredFile>> of(Transaction transaction, List<DeliveryId> deliveries) {
        if (deliveries.isEmpty()) {
            return Map.of();
        }
        List<Raw> found = transaction.handle()
                .createQuery("SELECT * FROM collect.delivered_file WHERE delivery IN (<ids>) ORDER BY number")
                .bindList("ids", deliveries.stream().map(DeliveryId::value).toList())
                .map((row, _) -> raw(row))
                .list();
        return read(transaction, found).stream()
                .collect(Collectors.groupingBy(DeliveredFile::delivery, LinkedHashMap::new, Collectors.toList()));
    }

    public int waiting(Transaction transaction, OrganisationCode organisation) {
        return transaction.handle()
                .createQuery("SELECT count(*) FROM collect.delivered_file WHERE organisation = :organisation AND state = 'received'")
                .bind("organisation", organisation.value())
                .mapTo(Integer.class)
                .one();
    }

    /// Writes what checking a file came to.
    public void checked(Transaction transaction, int number, State state, Findings findings, String rules) {
        transaction.handle()
                .createUpdate("""
                        UPDATE collect.delivered_file SET state = :state, rows_read = :read, rows_kept = :kept, rows_refused = :refused,
                            errors = :errors, warnings = :warnings, notices = :notices, reports = :reports, rules = :rules
                        WHERE number = :number
                        """)
                .bind("number", number)
                .bind("state", state.word())
                .bind("read", findings.rowsRead())
                .bind("kept", findings.rowsKept())
                .bind("refused", findings.rowsRefused())
                .bind("errors", findings.errors())
                .bind("warnings", findings.warnings())
                .bind("notices", findings.notices())
                .bind("reports", findings.reports())
                .bind("rules", rules)
                .execute();
    }

    /// Files of which no table is left are withdrawn. Answers them as they were.
    public List<DeliveredFile> withdraw(Transaction transaction, OrganisationCode organisation) {
        List<DeliveredFile> gone = read(transaction, transaction.handle()
                .createQuery("""
                        SELECT * FROM collect.delivered_file f
                        WHERE organisation = :organisation AND state IN ('checked', 'superseded')
                        AND EXISTS (SELECT 1 FROM collect.delivered_table t WHERE t.file = f.number)
                        AND NOT EXISTS (SELECT 1 FROM collect.delivered_table t WHERE t.file = f.number AND t.state <> 'withdrawn')
                        """)
                .bind("organisation", organisation.value())
                .map((row, _) -> raw(row))
                .list());
        if (!gone.isEmpty()) {
            transaction.handle()
                    .createUpdate("UPDATE collect.delivered_file SET state = 'withdrawn', reports = NULL WHERE number IN (<numbers>)")
                    .bindList("numbers", gone.stream().map(DeliveredFile::number).toList())
                    .execute();
        }
        return gone;
    }

    /// Files of which no table counts any more: superseded when they were checked.
    public void supersede(Transaction transaction, OrganisationCode organisation) {
        transaction.handle()
                .createUpdate("""
                        UPDATE collect.delivered_file f SET state = 'superseded'
                        WHERE organisation = :organisation AND state = 'checked'
                        AND EXISTS (SELECT 1 FROM collect.delivered_table t WHERE t.file = f.number AND t.state = 'superseded')
                        AND NOT EXISTS (SELECT 1 FROM collect.delivered_table t WHERE t.file = f.number AND t.state <> 'superseded')
                        """)
                .bind("organisation", organisation.value())
                .execute();
    }

    /// Has a file wait to be checked once more. How often it was sent, this time included; empty when it is gone.
    public Optional<Integer> again(Transaction transaction, int number) {
        return transaction.handle()
                .createQuery("""
                        UPDATE collect.delivered_file SET state = 'received', checks = checks + 1
                        WHERE number = :number AND state IN ('received', 'checked') RETURNING checks
                        """)
                .bind("number", number)
                .mapTo(Integer.class)
                .findOne();
    }

    /// Files that no job was ever asked to check.
    public List<Integer> unchecked(Transaction transaction) {
        return transaction.handle()
                .createQuery("SELECT number FROM collect.delivered_file WHERE checks = 0 ORDER BY number")
                .mapTo(Integer.class)
                .list();
    }

    private record Raw(
            int number, DeliveryId delivery, OrganisationCode organisation, String file, String resource, long bytes,
            State state, long read, long kept, long refused, long errors, long warnings, long notices, String reports,
            int checks) {

        DeliveredFile with(List<DeliveredTable> tables) {
            boolean isChecked = !reports.isEmpty();
            return new DeliveredFile(
                    number, delivery, organisation, file, resource, bytes, state,
                    isChecked
                            ? Optional.of(new Findings(read, kept, refused, errors, warnings, notices, reports, tables))
                            : Optional.empty(),
                    checks);
        }
    }

    private List<DeliveredFile> read(Transaction transaction, List<Raw> found) {
        Map<Integer, List<DeliveredTable>> byFile =
                tables.of(transaction, found.stream().map(Raw::number).toList());
        return found.stream().map(raw -> raw.with(byFile.getOrDefault(raw.number(), List.of()))).toList();
    }

    private static Raw raw(ResultSet row) throws SQLException {
        String reports = row.getString("reports");
        return new Raw(
                row.getInt("number"),
                new DeliveryId(row.getObject("delivery", UUID.class)),
                new OrganisationCode(row.getString("organisation")),
                row.getString("file"),
                row.getString("resource"),
                row.getLong("bytes"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("rows_read"),
                row.getLong("rows_kept"),
                row.getLong("rows_refused"),
                row.getLong("errors"),
                row.getLong("warnings"),
                row.getLong("notices"),
                reports == null ? "" : reports,
                row.getInt("checks"));
    }
}
