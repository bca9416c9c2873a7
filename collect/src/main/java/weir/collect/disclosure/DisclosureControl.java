package weir.collect.disclosure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import weir.engine.dataset.Disclosure;
import weir.engine.dataset.Disclosure.KAnonymity;
import weir.engine.dataset.Disclosure.Rare;
import weir.engine.dataset.FieldName;
import weir.engine.pipeline.Suppressed;
import weir.platform.analysis.Session;

/// Decides what must be taken from an output so that it keeps its rule, and asks an output whether it does. The memory is
/// that of the session; what does not fit goes to its folder. For many threads, each with a session of its own.
public final class DisclosureControl {

    /// The column that tells the place of a row: no field has such a name.
    public static final String AT = "\"?at\"";

    /// Places in one file stay below this.
    static final int FILE_BITS = 40;

    private static final String GIVEN = "\"?given\"";
    private static final String RARE = "\"?rare\"";
    private static final String AFTER = "\"?after\"";

    private final String output;
    private final Disclosure rule;

    /// @param output in messages and accounts
    public DisclosureControl(String output, Disclosure rule) {
        this.output = output;
        this.rule = rule;
    }

    /// Decides over Parquet files; the place of a row is its number in its file, counted from 0, and the file's in the bits
    /// above.
    ///
    /// @param files one at least
    /// @throws DisclosureFailed when the rule names what is not there
    public Suppression decide(Session session, List<Path> files) {
        String all = IntStream.range(0, files.size())
                .mapToObj(i -> "SELECT " + place(i, "file_row_number") + " AS " + AT
                        + ", * EXCLUDE (file_row_number) FROM read_parquet(" + Session.text(files.get(i))
                        + ", file_row_number = true)")
                .collect(Collectors.joining(" UNION ALL BY NAME "));
        session.execute("CREATE OR REPLACE VIEW " + GIVEN + " AS " + all);
        return decide(session, GIVEN);
    }

    /// The place of a row as SQL.
    ///
    /// @param row the SQL of its number in the file
    public static String place(int file, String row) {
        return "(" + ((long) file << FILE_BITS) + "::BIGINT + " + row + ")";
    }

    /// Decides over a table that the session has made.
    public Suppression decideOver(Session session, String table) {
        String kept = "\"?kept\"";
        session.execute("CREATE OR REPLACE TABLE " + kept + " AS SELECT row_number() OVER () AS " + AT + ", * FROM "
                + Session.name(table));
        return decide(session, kept);
    }

    private Suppression decide(Session session, String given) {
        Map<String, String> columns = columns(session, "SELECT * FROM " + given);
        requireColumns(columns);
        session.execute("CREATE OR REPLACE TABLE " + Suppression.TREATED + " (spot BIGINT, mask BIGINT)");
        List<Suppressed> taken = new ArrayList<>();
        rule.kAnonymity().ifPresent(by -> taken.add(rare(session, given, by)));
        rule.smallCounts().ifPresent(by -> {
            int first = rule.kAnonymity().map(before -> before.fields().size()).orElse(0);
            new SmallCountsControl(session, by, first).hide(after(session, given, columns, taken), Suppression.TREATED);
            long cells = session.number("SELECT count(*) FROM " + SmallCountsControl.CELLS + " WHERE hidden");
            taken.add(new Suppressed(output, "small-counts", by.clause(), 0, cells));
        });
        return new Suppression(session, given, shown(columns), rule.fields(), taken);
    }

    private static List<String> shown(Map<String, String> columns) {
        return columns.keySet().stream().filter(column -> !Session.name(column).equals(AT)).toList();
    }

    private static Map<String, String> columns(Session session, String query) {
        Map<String, String> columns = new LinkedHashMap<>();
        session.query("SELECT column_name, column_type FROM (DESCRIBE " + query + ")", row -> columns.put(row.text(1), row.text(2)));
        return columns;
    }

    private void requireColumns(Map<String, String> columns) {
        List<FieldName> wanted = new ArrayList<>(rule.fields());
        rule.kAnonymity().flatMap(KAnonymity::people).ifPresent(wanted::add);
        rule.smallCounts().ifPresent(counts -> wanted.addAll(counts.groups()));
        for (FieldName field : wanted) {
            if (columns.keySet().stream().noneMatch(field::matches)) {
                throw new DisclosureFailed(output, "it has no column " + field + "; name one of its columns in the use case.");
            }
        }
        rule.smallCounts().ifPresent(counts -> columns.forEach((column, type) -> {
            if (counts.fields().stream().anyMatch(field -> field.matches(column)) && !isNumber(type)) {
                throw new DisclosureFailed(output, "its column " + column + " holds no numbers; name columns of counts in the use case.");
            }
        }));
    }

    private static boolean isNumber(String type) {
        return type.matches("U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL\\(.*\\)");
    }

    private Suppressed rare(Session session, String given, KAnonymity by) {
        String fields = names(by);
        session.execute("CREATE OR REPLACE TABLE " + RARE + " AS SELECT " + fields + " FROM " + given + " GROUP BY " + fields
                + " HAVING " + measure(by) + " < " + by.k());
        String rareRows = given + " g SEMI JOIN " + RARE + " r ON " + by.fields().stream()
                .map(field -> Session.name(field.value()))
                .map(name -> "g." + name + " IS NOT DISTINCT FROM r." + name)
                .collect(Collectors.joining(" AND "));
        boolean isRemoved = by.rare() == Rare.REMOVE_ROWS || staysRareWhenBlank(session, given, rareRows, by);
        session.execute("INSERT INTO " + Suppression.TREATED + " SELECT * FROM (SELECT g." + AT + " AS spot, "
                + (isRemoved ? "-1" : filled(by)) + " AS mask FROM " + rareRows + ") WHERE mask <> 0");
        return new Suppressed(
                output,
                "k-anonymity",
                by.clause(),
                session.number("SELECT count(*) FROM " + Suppression.TREATED + " WHERE mask = -1"),
                session.number("SELECT coalesce(sum(bit_count(mask)), 0) FROM " + Suppression.TREATED + " WHERE mask <> -1"));
    }

    /// Whether the blanked rows, with those that were blank before, would be too few.
    private static boolean staysRareWhenBlank(Session session, String given, String rareRows, KAnonymity by) {
        String blank = by.fields().stream()
                .map(field -> Session.name(field.value()) + " IS NULL")
                .collect(Collectors.joining(" AND "));
        return session.number("SELECT " + measure(by) + " FROM " + rareRows) < by.k()
                && session.number("SELECT " + measure(by) + " FROM " + given + " WHERE " + blank) < by.k();
    }

    private static String measure(KAnonymity by) {
        return by.people().map(field -> "count(DISTINCT " + Session.name(field.value()) + ")").orElse("count(*)");
    }

    private static String names(KAnonymity by) {
        return by.fields().stream().map(field -> Session.name(field.value())).collect(Collectors.joining(", "));
    }

    /// A bit for each field that is not blank already.
    private static String filled(KAnonymity by) {
        return IntStream.range(0, by.fields().size())
                .mapToObj(i -> "CASE WHEN g." + Session.name(by.fields().get(i).value()) + " IS NULL THEN 0 ELSE " + (1L << i)
                        + " END")
                .collect(Collectors.joining(" | ", "CAST(", " AS BIGINT)"));
    }

    /// What readers see after the first rule.
    private String after(Session session, String given, Map<String, String> columns, List<Suppressed> taken) {
        if (taken.isEmpty()) {
            return given;
        }
        Suppression first = new Suppression(session, given, shown(columns), rule.fields(), taken);
        String shown = shown(columns).stream()
                .map(column -> first.published(column) + " AS " + Session.name(column))
                .collect(Collectors.joining(", "));
        session.execute("CREATE OR REPLACE TABLE " + AFTER + " AS SELECT g." + AT + ", " + shown + " FROM " + first.joined()
                + " WHERE " + Suppression.MASK + " <> -1");
        return AFTER;
    }

    /// Asks a finished output whether it keeps the rule, so that no fault of the control goes unseen.
    ///
    /// @param query the output
    /// @param rows  it must have
    /// @throws DisclosureFailed when it does not
    public void prove(Session session, String query, long rows) {
        String from = " FROM (" + query + ")";
        if (session.number("SELECT count(*)" + from) != rows) {
            throw new DisclosureFailed(output, "the rows that are left do not add up with those taken; tell us of it.");
        }
        Optional<String> rare = rule.kAnonymity().map(by ->
                "SELECT count(*) FROM (SELECT 1" + from + " GROUP BY " + names(by) + " HAVING " + measure(by) + " < " + by.k() + ")");
        Optional<String> small = rule.smallCounts().map(by -> "SELECT count(*)" + from + " WHERE " + by.fields().stream()
                .map(field -> Session.name(field.value()))
                .map(name -> name + " <> 0 AND " + name + " < " + by.k())
                .collect(Collectors.joining(" OR ")));
        boolean isKept = rare.stream().mapToLong(session::number).sum() + small.stream().mapToLong(session::number).sum() == 0;
        if (!isKept) {
            throw new DisclosureFailed(output, "what is left does not keep the rule; tell us of it.");
        }
    }
}
