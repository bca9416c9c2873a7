package weir.collect.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import weir.engine.dataset.Disclosure.SmallCounts;
import weir.platform.analysis.Session;

/// Hides small numbers, and those by which they could be worked out.
///
/// Within a group whose total may be known, one hidden number is the total less the others, and several hidden numbers that
/// come to less than `k` are each known to be small. So where exactly one is hidden, or those hidden come to less than `k`,
/// the next smallest that is not 0 is hidden too; a 0 only where there is nothing else and one number would stand alone.
/// Groups of rows and the rows themselves are gone through in turn until nothing is added.
final class SmallCountsControl {

    static final String CELLS = "\"?cells\"";

    /// Each round hides one number more in some group: a table that needs more rounds is no table of counts.
    private static final int MOST_ROUNDS = 10_000;

    private final Session session;
    private final SmallCounts by;
    private final int firstBit;

    /// @param firstBit the bit of the first field of counts
    SmallCountsControl(Session session, SmallCounts by, int firstBit) {
        this.session = session;
        this.by = by;
        this.firstBit = firstBit;
    }

    /// Adds the places of what is hidden to a table of `spot` and `mask`.
    void hide(String given, String places) {
        session.execute("CREATE OR REPLACE TABLE " + CELLS + " AS SELECT *, value <> 0 AND value < " + by.k()
                + " AS hidden FROM (" + cells(given) + ")");
        long hidden = hidden();
        long before = -1;
        for (int round = 0; hidden > 0 && hidden != before; round++) {
            if (round == MOST_ROUNDS) {
                throw new DisclosureFailed("the counts", "one number after another gives the next one away; take fields out of 'fields'.");
            }
            before = hidden;
            pass(groupOfRows());
            if (by.hasRowTotals()) {
                pass("spot");
            }
            hidden = hidden();
        }
        session.execute("INSERT INTO " + places + " SELECT spot, mask FROM (SELECT spot, bit_or(1::BIGINT << (col + " + firstBit
                + ")) AS mask FROM " + CELLS + " WHERE hidden GROUP BY spot)");
    }

    private long hidden() {
        return session.number("SELECT count(*) FROM " + CELLS + " WHERE hidden");
    }

    /// Each count in a row of its own, with what groups it.
    private String cells(String given) {
        return IntStream.range(0, by.fields().size())
                .mapToObj(i -> {
                    String count = Session.name(by.fields().get(i).value());
                    return "SELECT " + DisclosureControl.AT + " AS spot, " + i + " AS col, CAST(" + count + " AS DOUBLE) AS value"
                            + groups() + " FROM " + given + " WHERE " + count + " IS NOT NULL";
                })
                .collect(Collectors.joining(" UNION ALL "));
    }

    private String groups() {
        return IntStream.range(0, by.groups().size())
                .mapToObj(i -> ", " + Session.name(by.groups().get(i).value()) + " AS g" + i)
                .collect(Collectors.joining());
    }

    private String groupOfRows() {
        List<String> group = new ArrayList<>(List.of("col"));
        IntStream.range(0, by.groups().size()).mapToObj(i -> "g" + i).forEach(group::add);
        return String.join(", ", group);
    }

    private void pass(String group) {
        session.execute("CREATE OR REPLACE TABLE " + CELLS + " AS SELECT * EXCLUDE (n, s, place) REPLACE (hidden OR (place = 1 AND n > 0"
                + " AND (n = 1 OR (s < " + by.k() + " AND value <> 0))) AS hidden) FROM ("
                + "SELECT *, count(*) FILTER (WHERE hidden) OVER w AS n, sum(value) FILTER (WHERE hidden) OVER w AS s,"
                + " row_number() OVER (PARTITION BY " + group + " ORDER BY hidden, value = 0, value, spot, col) AS place"
                + " FROM " + CELLS + " WINDOW w AS (PARTITION BY " + group + "))");
    }
}
