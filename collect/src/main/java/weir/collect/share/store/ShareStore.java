package weir.collect.share.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import weir.collect.share.Share;
import weir.collect.share.Share.File;
import weir.collect.share.Share.Format;
import weir.collect.share.Share.Table;
import weir.engine.organisation.OrganisationCode;
import weir.platform.database.Transaction;

/// Reads and writes `collect.share` with its tables and files.
public final class ShareStore {

    private record Head(long number, OrganisationCode organisation, String dataset, long version, String rules, String run) {}

    private record Key(long share, String useCase, String table) {}

    /// Holds back others that would make a share of the same, until the transaction ends.
    public void lock(Transaction transaction, OrganisationCode organisation, String dataset) {
        transaction.handle()
                .createQuery("SELECT pg_advisory_xact_lock(hashtext('share ' || :organisation || ' ' || :dataset)) IS NULL")
                .bind("organisation", organisation.value())
                .bind("dataset", dataset)
                .mapTo(Boolean.class)
                .one();
    }

    /// The current share, without its tables.
    public Optional<Share> current(Transaction transaction, OrganisationCode organisation, String dataset) {
        return transaction.handle()
                .createQuery("SELECT * FROM collect.share WHERE organisation = :organisation AND dataset = :dataset AND is_current")
                .bind("organisation", organisation.value())
                .bind("dataset", dataset)
                .map((row, _) -> with(head(row), List.of()))
                .findOne();
    }

    /// The current shares of a dataset with their tables, in the order of organisation.
    public List<Share> current(Transaction transaction, String dataset) {
        List<Head> heads = transaction.handle()
                .createQuery("SELECT * FROM collect.share WHERE dataset = :dataset AND is_current ORDER BY organisation")
                .bind("dataset", dataset)
                .map((row, _) -> head(row))
                .list();
        return withTables(transaction, heads);
    }

    /// Shares by their numbers, in the order of organisation, current or not.
    public List<Share> find(Transaction transaction, List<Long> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        List<Head> heads = transaction.handle()
                .createQuery("SELECT * FROM collect.share WHERE number IN (<numbers>) ORDER BY organisation")
                .bindList("numbers", numbers)
                .map((row, _) -> head(row))
                .list();
        return withTables(transaction, heads);
    }

    /// Holds shares until the transaction ends, so that nobody removes them. `false` when one is gone already.
    public boolean hold(Transaction transaction, List<Long> numbers) {
        return numbers.isEmpty()
                || transaction.handle()
                                .createQuery("SELECT number FROM collect.share WHERE number IN (<numbers>) FOR KEY SHARE")
                                .bindList("numbers", numbers)
                                .mapTo(Long.class)
                                .list()
                                .size()
                        == numbers.size();
    }

    private static List<Share> withTables(Transaction transaction, List<Head> heads) {
        if (heads.isEmpty()) {
            return List.of();
        }
        List<Long> numbers = heads.stream().map(Head::number).toList();
        Map<Key, List<File>> files = new LinkedHashMap<>();
        transaction.handle()
                .createQuery("SELECT * FROM collect.share_file WHERE share IN (<shares>) ORDER BY format, part")
                .bindList("shares", numbers)
                .map((row, _) -> files.computeIfAbsent(key(row), _ -> new ArrayList<>()).add(file(row)))
                .list();
        Map<Long, List<Table>> tables = new LinkedHashMap<>();
        transaction.handle()
                .createQuery("SELECT * FROM collect.share_table WHERE share IN (<shares>) ORDER BY use_case, table_name")
                .bindList("shares", numbers)
                .map((row, _) -> tables.computeIfAbsent(row.getLong("share"), _ -> new ArrayList<>())
                        .add(table(row, files.getOrDefault(key(row), List.of()))))
                .list();
        return heads.stream().map(head -> with(head, tables.getOrDefault(head.number(), List.of()))).toList();
    }

    /// Writes a share and makes it the current one. Answers its number.
    public long insert(Transaction transaction, Share share) {
        transaction.handle()
                .createUpdate("""
                        UPDATE collect.share SET is_current = false
                        WHERE organisation = :organisation AND dataset = :dataset AND is_current
                        """)
                .bind("organisation", share.organisation().value())
                .bind("dataset", share.dataset())
                .execute();
        long number = transaction.handle()
                .createQuery("""
                        INSERT INTO collect.share (organisation, dataset, version, rules, run, is_current)
                        VALUES (:organisation, :dataset, :version, :rules, :run, true) RETURNING number
                        """)
                .bind("organisation", share.organisation().value())
                .bind("dataset", share.dataset())
                .bind("version", share.version())
                .bind("rules", share.rules())
                .bind("run", share.run())
                .mapTo(Long.class)
                .one();
        share.tables().forEach(table -> insert(transaction, number, table));
        return number;
    }

    private static void insert(Transaction transaction, long number, Table table) {
        transaction.handle()
                .createUpdate("""
                        INSERT INTO collect.share_table (share, use_case, table_name, name, rows_in, rows_kept, rows_refused, rows_merged)
                        VALUES (:share, :useCase, :table, :name, :in, :kept, :refused, :merged)
                        """)
                .bind("share", number)
                .bind("useCase", table.useCase())
                .bind("table", table.table())
                .bind("name", table.name())
                .bind("in", table.rowsIn())
                .bind("kept", table.rowsKept())
                .bind("refused", table.rowsRefused())
                .bind("merged", table.rowsMerged())
                .execute();
        for (File file : table.files()) {
            transaction.handle()
                    .createUpdate("""
                            INSERT INTO collect.share_file (share, use_case, table_name, format, part, object, bytes, sha256)
                            VALUES (:share, :useCase, :table, :format, :part, :object, :bytes, :sha256)
                            """)
                    .bind("share", number)
                    .bind("useCase", table.useCase())
                    .bind("table", table.table())
                    .bind("format", file.format().word())
                    .bind("part", file.part())
                    .bind("object", file.object())
                    .bind("bytes", file.bytes())
                    .bind("sha256", file.sha256())
                    .execute();
        }
    }

    /// Has the shares of a dataset let go of in one transaction after the other: of two that each let go of one, the later
    /// sees what the earlier did. Who also holds shares takes this first, or it may wait for who wants to delete them.
    public void lockUnneeded(Transaction transaction, String dataset) {
        transaction.handle()
                .createQuery("SELECT pg_advisory_xact_lock(hashtext('unneeded shares ' || :dataset)) IS NULL")
                .bind("dataset", dataset)
                .mapTo(Boolean.class)
                .one();
    }

    /// Deletes shares that are not current and that no publication holds. Answers their objects.
    public List<String> removeUnneeded(Transaction transaction, String dataset) {
        lockUnneeded(transaction, dataset);
        List<Long> unneeded = transaction.handle()
                .createQuery("""
                        SELECT number FROM collect.share s WHERE dataset = :dataset AND NOT is_current
                        AND NOT EXISTS (SELECT 1 FROM collect.publication_share p WHERE p.share = s.number)
                        """)
                .bind("dataset", dataset)
                .mapTo(Long.class)
                .list();
        if (unneeded.isEmpty()) {
            return List.of();
        }
        List<String> objects = transaction.handle()
                .createQuery("SELECT object FROM collect.share_file WHERE share IN (<shares>)")
                .bindList("shares", unneeded)
                .mapTo(String.class)
                .list();
        transaction.handle()
                .createUpdate("DELETE FROM collect.share WHERE number IN (<shares>)")
                .bindList("shares", unneeded)
                .execute();
        return objects;
    }

    private static Share with(Head head, List<Table> tables) {
        return new Share(head.number(), head.organisation(), head.dataset(), head.version(), head.rules(), head.run(), tables);
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getLong("number"),
                new OrganisationCode(row.getString("organisation")),
                row.getString("dataset"),
                row.getLong("version"),
                row.getString("rules"),
                row.getString("run"));
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getLong("share"), row.getString("use_case"), row.getString("table_name"));
    }

    private static Table table(ResultSet row, List<File> files) throws SQLException {
        return new Table(
                row.getString("use_case"),
                row.getString("table_name"),
                row.getString("name"),
                row.getLong("rows_in"),
                row.getLong("rows_kept"),
                row.getLong("rows_refused"),
                row.getLong("rows_merged"),
                files);
    }

    private static File file(ResultSet row) throws SQLException {
        return new File(
                Format.valueOf(row.getString("format").toUpperCase(Locale.ROOT)),
                row.getInt("part"),
                row.getString("object"),
                row.getLong("bytes"),
                row.getString("sha256"));
    }
}
