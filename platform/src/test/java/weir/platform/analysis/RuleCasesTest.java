package weir.platform.analysis;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weir.engine.clean.Findings;
import weir.engine.clean.TableCleaner;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Datasets;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;
import weir.engine.format.ParquetWriter;
import weir.engine.format.TableWriter.Column;
import weir.engine.format.TableWriter.Kind;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCatalogue;
import weir.engine.record.Cells;
import weir.engine.record.Row;
import weir.engine.record.Value;
import weir.engine.rule.RecordRules;
import weir.engine.rule.ReturnTables;
import weir.engine.rule.ReturnTables.CleanedTable;
import weir.engine.rule.Rule;
import weir.engine.rule.RuleBooks;
import weir.engine.rule.RuleCase;
import weir.platform.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/// Every rule of every dataset, on its own cases: cells are cleaned as those of a file are, then the rule is asked.
final class RuleCasesTest {

    private static final Path DATASETS = Path.of(System.getProperty("weir.root", ".."), "datasets");

    @TempDir
    private static Path folder = Path.of("");

    private static Analysis analysis = new Analysis(Path.of(""), DataSize.ofMegabytes(200), 1, 1);

    @BeforeAll
    static void openTheAnalysis() {
        analysis.close();
        analysis = new Analysis(folder.resolve("spill"), DataSize.ofMegabytes(200), 1, 1);
    }

    @AfterAll
    static void closeTheAnalysis() {
        analysis.close();
    }

    static Stream<Rule> rules() {
        RuleBooks books = RuleBooks.in(DATASETS);
        return Datasets.in(DATASETS).all().stream().flatMap(dataset -> books.of(dataset).rules().stream());
    }

    @Test
    void everyKindOfRuleOccurs() {
        assertThat(rules().filter(rule -> rule.test() instanceof Rule.OfRecord).count()).isGreaterThan(40);
        assertThat(rules().filter(RuleCasesTest::readsLastYear).count()).isGreaterThan(10);
        assertThat(rules().filter(rule -> rule.until().isPresent()).count()).isGreaterThan(5);
    }

    private static boolean readsLastYear(Rule rule) {
        return rule.test() instanceof Rule.Across across && across.reads().stream().anyMatch(Rule.TableUse::isLast);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void keepsToItsCases(Rule rule) throws IOException {
        for (RuleCase one : rule.passes()) {
            assertThat(issues(rule, one)).as("%s: the passing case of line %d", rule.issueCode(), one.line()).isEmpty();
        }
        for (RuleCase one : rule.fails()) {
            List<Issue> issues = issues(rule, one);
            assertThat(issues).as("%s: the failing case of line %d", rule.issueCode(), one.line()).isNotEmpty();
            assertThat(issues).allSatisfy(issue -> assertThat(IssueCatalogue.builtIn().text(issue))
                    .contains(rule.message(), rule.issueCode().value()));
            showNoCell(one, rule, issues);
        }
    }

    private static void showNoCell(RuleCase one, Rule rule, List<Issue> issues) {
        one.tables().values().stream().flatMap(List::stream).flatMap(row -> row.values().stream())
                .filter(cell -> cell.length() > 6 && cell.matches(".*[0-9].*") && !cell.matches("S47.*") && !rule.message().contains(cell))
                .forEach(cell -> assertThat(issues.toString() + IssueCatalogue.builtIn().text(issues.getFirst()))
                        .doesNotContain(cell));
    }

    private static List<Issue> issues(Rule rule, RuleCase one) throws IOException {
        Dataset dataset = Datasets.in(DATASETS).find(rule.dataset()).orElseThrow();
        Specification specification = dataset.specification(rule.since()).orElseThrow();
        return switch (rule.test()) {
            case Rule.OfRecord _ -> ofRecord(rule, one, specification);
            case Rule.Across across -> across(rule, across, one, specification);
        };
    }

    private static List<Issue> ofRecord(Rule rule, RuleCase one, Specification specification) {
        Table table = specification.table(rule.table()).orElseThrow();
        RecordRules rules = new RecordRules(List.of(rule), table, rule.since());
        List<RecordRules.Broken> broken = new ArrayList<>();
        rows(table, one.tables().getOrDefault(table.name().value(), List.of())).forEach(row -> rules.check(row, broken));
        return broken.stream()
                .map(found -> new weir.engine.rule.RuleIssues("file.csv", table, List.of()).issue(found.rule(), found.row()))
                .toList();
    }

    private static List<Issue> across(Rule rule, Rule.Across test, RuleCase one, Specification specification)
            throws IOException {
        List<CleanedTable> present = new ArrayList<>();
        List<CleanedTable> last = new ArrayList<>();
        for (Rule.TableUse use : test.reads()) {
            Table table = specification.table(use.table()).orElseThrow();
            Path file = Files.createTempFile(folder, "case-", ".parquet");
            write(file, table, rows(table, one.tables().getOrDefault(use.name(), List.of())));
            (use.isLast() ? last : present).add(new CleanedTable(use.name() + ".csv", table, List.of(), file));
        }
        List<Issue> issues = new ArrayList<>();
        ReturnTables tables = new ReturnTables(specification, rule.since(), present, last);
        assertThat(new RuleQueries(analysis).check(List.of(rule), tables, (_, found) -> issues.addAll(found))).isEmpty();
        return issues;
    }

    private static List<Row> rows(Table table, List<Map<String, String>> cells) {
        int width = table.fields().size();
        TableCleaner cleaner = new TableCleaner(table, IntStream.range(0, width).boxed().toList(), width);
        List<Row> rows = new ArrayList<>();
        for (Map<String, String> row : cells) {
            String[] texts = table.fields().stream()
                    .map(field -> row.getOrDefault(field.name().value(), ""))
                    .toArray(String[]::new);
            rows.add(cleaner.clean(Cells.of(texts), rows.size() + 2, 0, new Findings()).orElseThrow());
        }
        return rows;
    }

    private static void write(Path file, Table table, List<Row> rows) throws IOException {
        List<Column> columns = new ArrayList<>();
        table.fields().forEach(field -> columns.add(new Column(field.name().value(), kind(field.type()))));
        columns.add(new Column("_row", Kind.WHOLE));
        try (OutputStream out = Files.newOutputStream(file); ParquetWriter writer = new ParquetWriter(out, columns)) {
            for (Row row : rows) {
                List<Value> values = new ArrayList<>(row.values());
                values.add(new Value.Whole(row.number()));
                writer.write(new Row(row.number(), values.toArray(Value[]::new)));
            }
        }
    }

    private static Kind kind(FieldType type) {
        return switch (type) {
            case FieldType.Whole _, FieldType.Age _ -> Kind.WHOLE;
            case FieldType.Decimal _ -> Kind.DECIMAL;
            case FieldType.Date _ -> Kind.DAY;
            case FieldType.Time _ -> Kind.CLOCK;
            case FieldType.Bool _ -> Kind.FLAG;
            case FieldType.Text _, FieldType.Postcode _, FieldType.Matching _, FieldType.Category _ -> Kind.TEXT;
        };
    }

    @Test
    void readsTheRowsOfEveryFileOfATable() throws IOException {
        Rule rule = rules().filter(one -> one.code().equals("INT32")).findFirst().orElseThrow();
        Dataset dataset = Datasets.in(DATASETS).find(rule.dataset()).orElseThrow();
        Specification specification = dataset.specification(rule.since()).orElseThrow();
        Table table = specification.table(new TableName("header")).orElseThrow();
        List<CleanedTable> files = new ArrayList<>();
        for (String name : List.of("first.csv", "second.csv")) {
            Path file = folder.resolve(name + ".parquet");
            write(file, table, rows(table, List.of(Map.of("CHILD", name), Map.of("CHILD", "both"))));
            files.add(new CleanedTable(name, table, List.of(3), file));
        }
        List<String> places = new ArrayList<>();
        new RuleQueries(analysis).check(List.of(rule), new ReturnTables(specification, rule.since(), files, List.of()),
                (file, found) -> found.forEach(issue -> places.add(file + " " + issue.place())));
        assertThat(places).containsExactly(
                "first.csv first.csv header row 3 CHILD", "second.csv second.csv header row 3 CHILD");
    }
}
