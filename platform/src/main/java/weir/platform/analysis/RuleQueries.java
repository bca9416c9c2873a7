package weir.platform.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import weir.engine.dataset.Field;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Table;
import weir.engine.issue.Issue;
import weir.engine.rule.AcrossRules;
import weir.engine.rule.CollectionYear;
import weir.engine.rule.ReturnTables;
import weir.engine.rule.ReturnTables.CleanedTable;
import weir.engine.rule.Rule;
import weir.engine.rule.Rule.TableUse;
import weir.engine.rule.RuleIssues;

/// Rules across records as SQL in DuckDB: each table is a view over its Parquet files, named as in the specification, with
/// every field as a column and the place of each row in `_row`; last year's has `_last` behind its name.
///
/// Queries may also use `year_start()` and `year_end()`, the first and last day of the return's year, and
/// `age_on(BIRTH, ON)`. Memory is what the [Analysis] gives a run; more goes to its folder. Safe for many threads.
public final class RuleQueries implements AcrossRules {

    /// Numbers of rows stay below this; what is above is the number of the file.
    private static final long ROWS = 1L << 40;

    /// How many issues are made at once.
    private static final int BATCH = 1_000;

    private final Analysis analysis;

    public RuleQueries(Analysis analysis) {
        this.analysis = analysis;
    }

    /// @throws AnalysisFailed when a query fails
    @Override
    public List<Rule> check(List<Rule> rules, ReturnTables tables, Told told) throws IOException {
        List<Rule> asked = rules.stream().filter(rule -> canBeAsked(rule, tables)).toList();
        if (!asked.isEmpty()) {
            analysis.run(session -> {
                prepare(session, asked, tables);
                for (Rule rule : asked) {
                    tell(session, rule, tables, told);
                }
                return asked.size();
            });
        }
        return rules.stream().filter(rule -> !asked.contains(rule)).toList();
    }

    private static boolean canBeAsked(Rule rule, ReturnTables tables) {
        return rule.test() instanceof Rule.Across test
                && test.reads().stream().noneMatch(use -> tables.of(use).isEmpty());
    }

    private static void prepare(Session session, List<Rule> rules, ReturnTables tables) {
        CollectionYear year = CollectionYear.of(tables.period());
        session.execute("CREATE MACRO year_start() AS DATE '" + year.start() + "'");
        session.execute("CREATE MACRO year_end() AS DATE '" + year.end() + "'");
        session.execute("""
                CREATE MACRO age_on(birth, on_day) AS year(on_day) - year(birth)
                    - CASE WHEN month(on_day) * 100 + day(on_day) < month(birth) * 100 + day(birth) THEN 1 ELSE 0 END
                """);
        Set<TableUse> uses = new LinkedHashSet<>();
        for (Rule rule : rules) {
            if (rule.test() instanceof Rule.Across test) {
                uses.addAll(test.reads());
            }
        }
        uses.forEach(use -> createView(session, use, tables));
    }

    private static void createView(Session session, TableUse use, ReturnTables tables) {
        Table table = tables.specification().table(use.table()).orElseThrow();
        StringBuilder view = new StringBuilder("CREATE VIEW ").append(Session.name(use.name())).append(" AS SELECT ");
        for (Field field : table.fields()) {
            view.append("NULL::").append(sqlType(field.type())).append(" AS ")
                    .append(Session.name(field.name().value())).append(", ");
        }
        view.append("NULL::BIGINT AS _row WHERE false");
        List<CleanedTable> files = tables.of(use);
        for (int i = 0; i < files.size(); i++) {
            view.append(" UNION ALL BY NAME SELECT * REPLACE (_row + ").append(i * ROWS).append(" AS _row) FROM ")
                    .append(Session.parquet(List.of(files.get(i).parquet())));
        }
        session.execute(view.toString());
    }

    private static String sqlType(FieldType type) {
        return switch (type) {
            case FieldType.Whole _, FieldType.Age _ -> "BIGINT";
            case FieldType.Decimal _ -> "DOUBLE";
            case FieldType.Date _ -> "DATE";
            case FieldType.Bool _ -> "BOOLEAN";
            case FieldType.Text _, FieldType.Postcode _, FieldType.Matching _, FieldType.Category _, FieldType.Time _ ->
                "VARCHAR";
        };
    }

    private static void tell(Session session, Rule rule, ReturnTables tables, Told told) {
        if (!(rule.test() instanceof Rule.Across test)) {
            return;
        }
        List<CleanedTable> files = tables.of(new TableUse(rule.table(), false));
        Map<Integer, List<Long>> rows = session
                .query("SELECT DISTINCT _row FROM (" + test.query() + "\n) WHERE _row IS NOT NULL ORDER BY _row",
                        row -> row.number(1))
                .stream()
                .collect(Collectors.groupingBy(row -> (int) (row / ROWS), TreeMap::new, Collectors.toList()));
        rows.forEach((file, broken) -> tell(rule, files.get(file), broken, told));
    }

    private static void tell(Rule rule, CleanedTable table, List<Long> rows, Told told) {
        RuleIssues words = new RuleIssues(table.file(), table.table(), table.columns());
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<Issue> issues = new ArrayList<>();
            for (long row : rows.subList(from, Math.min(rows.size(), from + BATCH))) {
                issues.add(words.issue(rule, row % ROWS));
            }
            told.accept(table.file(), issues);
        }
    }
}
