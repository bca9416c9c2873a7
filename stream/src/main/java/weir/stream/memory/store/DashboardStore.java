package weir.stream.memory.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

import weir.platform.database.Transaction;

/// Reads what the dashboards show of absences and payments. An absence counts for a student that it names, or that somebody has
/// tied to it; invoices, receipts, contacts and classes likewise.
public final class DashboardStore {

    private static final int MOST_ABSENT = 20;

    /// @param label of a class, a student or a debtor
    public record Count(String label, long count) {}

    public record Average(String label, double average) {}

    /// A debtor with the contact who pays.
    ///
    /// @param contact the text of the contact's object; empty when there is none
    public record Debtor(String label, Optional<String> contact) {

        /// Without its values: they are a person's.
        @Override
        public String toString() {
            return "debtor";
        }
    }

    /// Absences of each student that is known, and none for who has none.
    private static final String ABSENCES = """
            WITH absence AS (
                SELECT s.id, s.label, count(a.other) AS absences
                FROM stream.tuple s LEFT JOIN stream.pairs('StudentPersonal', 'StudentDailyAttendance') a ON a.one = s.id
                WHERE s.type = 'StudentPersonal' GROUP BY s.id, s.label)
            """;

    /// Each debtor with the contact who pays.
    private static final String DEBTORS = """
            WITH debtor AS (
                SELECT d.id, coalesce(c.label, d.label) AS label, c.id AS contact
                FROM stream.tuple d
                LEFT JOIN (SELECT p.one, min(p.other) AS contact FROM stream.pairs('Debtor', 'StudentContactPersonal') p GROUP BY p.one)
                    AS paid ON paid.one = d.id
                LEFT JOIN stream.tuple c ON c.type = 'StudentContactPersonal' AND c.id = paid.contact
                WHERE d.type = 'Debtor')
            """;

    /// How often the students of a class were absent, by the label of the class.
    public List<Average> absencesByClass(Transaction transaction) {
        return transaction.handle()
                .createQuery(ABSENCES + """
                        SELECT g.label, avg(absence.absences)::float8 AS average
                        FROM stream.pairs('TeachingGroup', 'StudentPersonal') p
                        JOIN stream.tuple g ON g.type = 'TeachingGroup' AND g.id = p.one
                        JOIN absence ON absence.id = p.other
                        GROUP BY g.label ORDER BY g.label COLLATE "C"
                        """)
                .map((row, _) -> new Average(row.getString("label"), row.getDouble("average")))
                .list();
    }

    /// The twenty students who were absent most often.
    public List<Count> mostAbsent(Transaction transaction) {
        return transaction.handle()
                .createQuery(ABSENCES + "SELECT label, absences FROM absence ORDER BY absences DESC, label COLLATE \"C\", id LIMIT :limit")
                .bind("limit", MOST_ABSENT)
                .map((row, _) -> new Count(row.getString("label"), row.getLong("absences")))
                .list();
    }

    /// How many more invoices than receipts each debtor has, the most first.
    ///
    /// @param least only debtors with so many at least
    public List<Count> unpaid(Transaction transaction, OptionalLong least) {
        return transaction.handle()
                .createQuery(DEBTORS + """
                        , unpaid AS (
                            SELECT debtor.id, debtor.label,
                                coalesce(i.count, 0) - coalesce(r.count, 0) AS count
                            FROM debtor
                            LEFT JOIN (SELECT one, count(*) AS count FROM stream.pairs('Debtor', 'Invoice') GROUP BY one)
                                AS i ON i.one = debtor.id
                            LEFT JOIN (SELECT one, count(*) AS count FROM stream.pairs('Debtor', 'PaymentReceipt') GROUP BY one)
                                AS r ON r.one = debtor.id)
                        SELECT label, count FROM unpaid WHERE count >= :least ORDER BY count DESC, label COLLATE "C", id
                        """)
                .bind("least", least.orElse(Long.MIN_VALUE))
                .map((row, _) -> new Count(row.getString("label"), row.getLong("count")))
                .list();
    }

    /// Tells of every debtor with the contact who pays, in the order of labels, one after the other.
    public void debtors(Transaction transaction, Consumer<Debtor> each) {
        transaction.handle()
                .createQuery(DEBTORS + """
                        SELECT debtor.label, o.body FROM debtor LEFT JOIN stream.object o ON o.key = debtor.contact
                        ORDER BY debtor.label COLLATE "C", debtor.id
                        """)
                .setFetchSize(100)
                .map((row, _) -> new Debtor(
                        row.getString("label"), Optional.ofNullable(row.getBytes("body")).map(Packing::text)))
                .forEach(each);
    }
}
