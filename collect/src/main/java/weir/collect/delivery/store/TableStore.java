package weir.collect.delivery.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import weir.collect.delivery.DeliveredFile;
import weir.collect.delivery.DeliveredTable;
import weir.collect.delivery.DeliveredTable.State;
import weir.collect.delivery.LiveTable;
import weir.engine.organisation.OrganisationCode;
import weir.platform.database.Transaction;

/// Reads and writes `collect.delivered_table`.
public final class TableStore {

    /// The tables of files, each in its order.
    Map<Integer, List<DeliveredTable>> of(Transaction transaction, List<Integer> files) {
        if (files.isEmpty()) {
            return Map.of();
        }
        Map<Integer, List<DeliveredTable>> byFile = new LinkedHashMap<>();
        transaction.handle()
                .createQuery("SELECT * FROM collect.delivered_table WHERE file IN (<files>) ORDER BY file, ordinal")
                .bindList("files", files)
                .map((row, _) -> {
                    byFile.computeIfAbsent(row.getInt("file"), _ -> new ArrayList<>()).add(table(row));
                    return true;
                })
                .list();
        return byFile;
    }

    /// Holds back others that would change which tables of the organisation count, until the transaction ends.
    public void lock(Transaction transaction, OrganisationCode organisation) {
        transaction.handle()
                .createQuery("SELECT pg_advisory_xact_lock(hashtext('tables ' || :organisation)) IS NULL")
                .bind("organisation", organisation.value())
                .mapTo(Boolean.class)
                .one();
    }

    /// Writes the tables of a file that was checked. What an earlier check of it wrote is replaced.
    public void replace(Transaction transaction, DeliveredFile file, List<DeliveredTable> tables) {
        transaction.handle()
                .createUpdate("DELETE FROM collect.delivered_table WHERE file = :file")
                .bind("file", file.number())
                .execute();
        for (DeliveredTable table : tables) {
            transaction.handle()
                    .createUpdate("""
                            INSERT INTO collect.delivered_table (file, ordinal, organisation, dataset, table_name, period, part,
                                rows_read, rows_kept, rows_refused, state, layout, sorted, cleaned)
                            VALUES (:file, :ordinal, :organisation, :dataset, :table, :period, :part,
                                :read, :kept, :refused, :state, :layout, :sorted, :cleaned)
                            """)
                    .bind("file", file.number())
                    .bind("ordinal", table.ordinal())
                    .bind("organisation", file.organisation().value())
                    .bind("dataset", table.dataset())
                    .bind("table", table.table())
                    .bind("period", table.period())
                    .bind("part", table.part())
                    .bind("read", table.rowsRead())
                    .bind("kept", table.rowsKept())
                    .bind("refused", table.rowsRefused())
                    .bind("state", table.state().word())
                    .bind("layout", table.layout())
                    .bind("sorted", table.sorted().orElse(null))
                    .bind("cleaned", table.cleaned().orElse(null))
                    .execute();
        }
    }

    /// The live table of this name, period and part, if there is one.
    public Optional<LiveTable> live(Transaction transaction, OrganisationCode organisation, DeliveredTable like) {
        return transaction.handle()
                .createQuery("""
                        SELECT t.*, f.file AS path, f.delivery FROM collect.delivered_table t
                        JOIN collect.delivered_file f ON f.number = t.file
                        WHERE t.organisation = :organisation AND dataset = :dataset AND table_name = :table
                        AND period = :period AND part = :part AND t.state = 'live'
                        """)
                .bind("organisation", organisation.value())
                .bind("dataset", like.dataset())
                .bind("table", like.table())
                .bind("period", like.period())
                .bind("part", like.part())
                .map((row, _) -> live(row))
                .findOne();
    }

    /// The live tables of a dataset, in the order of table and file.
    public List<LiveTable> live(Transaction transaction, OrganisationCode organisation, String dataset) {
        return transaction.handle()
                .createQuery("""
                        SELECT t.*, f.file AS path, f.delivery FROM collect.delivered_table t
                        JOIN collect.delivered_file f ON f.number = t.file
                        WHERE t.organisation = :organisation AND dataset = :dataset AND t.state = 'live'
                        ORDER BY table_name, t.file, ordinal
                        """)
                .bind("organisation", organisation.value())
                .bind("dataset", dataset)
                .map((row, _) -> live(row))
                .list();
    }

    /// A dataset of an organisation whose rows were erased for want of an agreement, and a file that holds some.
    public record Unsigned(OrganisationCode organisation, String dataset, int file) {}

    public List<Unsigned> unsigned(Transaction transaction) {
        return transaction.handle()
                .createQuery("""
                        SELECT DISTINCT organisation, dataset, file FROM collect.delivered_table
                        WHERE state = 'unsigned' ORDER BY file
                        """)
                .map((row, _) -> new Unsigned(
                        new OrganisationCode(row.getString("organisation")), row.getString("dataset"), row.getInt("file")))
                .list();
    }

    /// The paths of other files of the same delivery that brought the same table, period and part.
    public List<String> siblings(Transaction transaction, DeliveredFile file, DeliveredTable like) {
        return transaction.handle()
                .createQuery("""
                        SELECT DISTINCT f.file FROM collect.delivered_table t
                        JOIN collect.delivered_file f ON f.number = t.file
                        WHERE f.delivery = :delivery AND f.number <> :number AND dataset = :dataset AND table_name = :table
                        AND period = :period AND part = :part AND t.state IN ('live', 'repeated')
                        """)
                .bind("delivery", file.delivery().value())
                .bind("number", file.number())
                .bind("dataset", like.dataset())
                .bind("table", like.table())
                .bind("period", like.period())
                .bind("part", like.part())
                .mapTo(String.class)
                .list();
    }

    /// Takes tables back, whether they count or not, and forgets their objects. Answers them as they were.
    public List<DeliveredTable> withdraw(
            Transaction transaction, OrganisationCode organisation, String dataset, Optional<String> period) {
        List<DeliveredTable> taken = transaction.handle()
                .createQuery("""
                        SELECT * FROM collect.delivered_table
                        WHERE organisation = :organisation AND dataset = :dataset AND (:period = '' OR period = :period)
                        AND state <> 'withdrawn' ORDER BY file, ordinal
                        """)
                .bind("organisation", organisation.value())
                .bind("dataset", dataset)
                .bind("period", period.orElse(""))
                .map((row, _) -> table(row))
                .list();
        transaction.handle()
                .createUpdate("""
                        UPDATE collect.delivered_table SET state = 'withdrawn', sorted = NULL, cleaned = NULL
                        WHERE organisation = :organisation AND dataset = :dataset AND (:period = '' OR period = :period)
                        AND state <> 'withdrawn'
                        """)
                .bind("organisation", organisation.value())
                .bind("dataset", dataset)
                .bind("period", period.orElse(""))
                .execute();
        return taken;
    }

    /// Changes whether a table counts; the objects of one that does not are forgotten.
    public void setState(Transaction transaction, int file, int ordinal, State state) {
        transaction.handle()
                .createUpdate("""
                        UPDATE collect.delivered_table SET state = :state,
                            sorted = CASE WHEN :state IN ('live', 'repeated') THEN sorted END,
                            cleaned = CASE WHEN :state IN ('live', 'repeated') THEN cleaned END
                        WHERE file = :file AND ordinal = :ordinal
                        """)
                .bind("file", file)
                .bind("ordinal", ordinal)
                .bind("state", state.word())
                .execute();
    }

    private static LiveTable live(ResultSet row) throws SQLException {
        return new LiveTable(row.getInt("file"), row.getString("path"), row.getString("delivery"), table(row));
    }

    private static DeliveredTable table(ResultSet row) throws SQLException {
        return new DeliveredTable(
                row.getInt("ordinal"),
                row.getString("dataset"),
                row.getString("table_name"),
                row.getString("period"),
                row.getString("part"),
                row.getLong("rows_read"),
                row.getLong("rows_kept"),
                row.getLong("rows_refused"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("layout"),
                Optional.ofNullable(row.getString("sorted")),
                Optional.ofNullable(row.getString("cleaned")));
    }
}
