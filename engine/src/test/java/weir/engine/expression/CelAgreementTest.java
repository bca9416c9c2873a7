package weir.engine.expression;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Datasets;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;
import weir.engine.expression.ReferenceCel.Outcome;
import weir.engine.record.Row;
import weir.engine.record.Value;
import weir.engine.rule.CollectionYear;
import weir.engine.rule.Rule;
import weir.engine.rule.RuleBooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Every condition of every dataset, and some of every construct, asked of made-up rows by us and by `dev.cel`.
final class CelAgreementTest {

    private static final int ROWS = 300;
    private static final Path DATASETS = Path.of(System.getProperty("weir.root", ".."), "datasets");
    private static final Map<String, LocalDate> YEAR =
            CollectionYear.of(weir.engine.dataset.Period.ofYear(2024)).names();

    static Stream<Rule> rules() {
        RuleBooks books = RuleBooks.in(DATASETS);
        return Datasets.in(DATASETS).all().stream()
                .flatMap(dataset -> books.of(dataset).rules().stream())
                .filter(rule -> rule.test() instanceof Rule.OfRecord);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleMeansTheSameToBoth(Rule rule) throws Exception {
        Dataset dataset = Datasets.in(DATASETS).find(rule.dataset()).orElseThrow();
        Table table = dataset.specification(rule.since()).orElseThrow().table(rule.table()).orElseThrow();
        agree(((Rule.OfRecord) rule.test()).condition(), table, CollectionYear.of(rule.since()).names());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "DEC > DECOM ? RNE == 'S' : LS != null",
        "!(DEC > DECOM) || RNE == \"S\" && !(LS in ['C1', 'C2']) || false",
        "DEC > DECOM && DEC < DECOM || PLACE == null",
        "size(CHILD) + 1 > 3 && CHILD.size() - 1 < 5",
        "URN.startsWith('SC') || URN.endsWith('1') || URN.contains('0')",
        "URN.matches('^S.*[0-9]$') // a comment",
        "DECOM.getFullYear() == 2023 && DECOM.getMonth() == 5 || DECOM.getDate() > 20 || DECOM.getDayOfWeek() == 0",
        "age_on(DECOM, year_end) >= 1 || days(DECOM, DEC) > -3",
        "plus_days(DECOM, 20) > DEC || plus_months(DECOM, 1) > DEC || plus_years(DECOM, 1) < year_end",
        "DECOM in [date('2023-06-01'), date('2023-06-02')] == (RNE == LS)",
        "(CHILD + 'x') == 'ax' || CHILD < 'b' || CHILD >= \"it's\""
    })
    void aConstructMeansTheSameToBoth(String condition) throws Exception {
        agree(condition, episodes(), YEAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "DEC > ", "DEC > RNE", "RNE == 1", "RNE", "NOPE == 1", "DEC.nope()", "RNE in 'S'", "RNE in [1]", "1 + 'a' == 2",
        "(DEC == null", "RNE == 'S", "DEC == null DEC", "!RNE", "RNE && true", "DEC ? true : false"
    })
    void bothRefuseWhatIsNoCondition(String condition) {
        assertThatThrownBy(() -> Expression.plan(condition, episodes(), YEAR)).isInstanceOf(FaultyExpression.class);
        assertThatThrownBy(() -> new ReferenceCel(condition, episodes(), YEAR)).isInstanceOf(Exception.class);
    }

    @Test
    void aMisspeltFieldIsToldWithItsPlace() {
        assertThatThrownBy(() -> Expression.plan("RNE == 'S' && DCE == null", episodes(), YEAR))
                .isInstanceOfSatisfying(FaultyExpression.class, fault -> {
                    assertThat(fault).hasMessageStartingWith("The table has no field 'DCE'.").hasMessageContaining("DEC");
                    assertThat(fault.position()).isEqualTo(14);
                });
    }

    private static Table episodes() {
        Dataset dataset = Datasets.in(DATASETS).all().stream()
                .filter(one -> one.id().value().equals("ssda903"))
                .findFirst()
                .orElseThrow();
        return dataset.latest().table(new TableName("episodes")).orElseThrow();
    }

    private static void agree(String condition, Table table, Map<String, LocalDate> year) throws Exception {
        Expression ours = Expression.plan(condition, table, year);
        ReferenceCel theirs = new ReferenceCel(condition, table, year);
        RandomGenerator random = new SplittableRandom(903);
        for (int i = 0; i < ROWS; i++) {
            Row row = row(table, random, year.values().iterator().next());
            Outcome outcome = ours.holds(row) ? Outcome.TRUE : ours.isOpen(row) ? Outcome.OPEN : Outcome.FALSE;
            assertThat(outcome).as("%s of %s", condition, row.values().stream().map(Value::text).toList())
                    .isEqualTo(theirs.of(row));
        }
    }

    private static Row row(Table table, RandomGenerator random, LocalDate near) {
        return new Row(2, table.fields().stream()
                .map(field -> random.nextInt(4) == 0 ? Value.blank() : value(field.type(), random, near))
                .toArray(Value[]::new));
    }

    private static Value value(FieldType type, RandomGenerator random, LocalDate near) {
        return switch (type) {
            case FieldType.Date _ -> new Value.Day(near.plusDays(random.nextInt(-20, 21))
                    .plusYears(random.nextInt(3) == 0 ? -random.nextInt(30) : 0));
            case FieldType.Whole _, FieldType.Age _ -> new Value.Whole(random.nextInt(5));
            case FieldType.Decimal _ -> new Value.Decimal(BigDecimal.valueOf(random.nextInt(50), 1));
            case FieldType.Bool _ -> new Value.Flag(random.nextBoolean());
            case FieldType.Time _ -> new Value.Clock(LocalTime.of(random.nextInt(24), 0));
            case FieldType.Category category -> new Value.Text(pick(category.codes(), random).code());
            case FieldType.Text _, FieldType.Postcode _, FieldType.Matching _ ->
                new Value.Text(pick(List.of("UN1", "a", "ax", "SC000001", "A123456789012", "SW12"), random));
        };
    }

    private static <T> T pick(List<T> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }
}
