package weir.engine.pipeline;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weir.engine.clean.Findings.Finding;
import weir.engine.compare.KeyedRows;
import weir.engine.compare.Submitted;
import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Identity;
import weir.engine.dataset.Period;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;
import weir.engine.format.RowBlock;
import weir.engine.issue.IssueCode;
import weir.engine.record.Cells;
import weir.engine.record.Row;
import weir.engine.record.Sensitive;
import weir.engine.record.Value;
import weir.engine.repair.Repair;

import static org.assertj.core.api.Assertions.assertThat;

/// What holds values of records shows none of them in `toString`, so that none reaches a log or an error by accident.
final class ContentStaysHiddenTest {

    private static final String TEXT = "CANARY7";
    private static final LocalDate DAY = LocalDate.of(1987, 6, 5);
    private static final LocalTime CLOCK = LocalTime.of(21, 43, 57);
    private static final Row ROW = new Row(
            2,
            Value.text(TEXT),
            new Value.Whole(7654321),
            new Value.Decimal(new BigDecimal("98765.4321")),
            new Value.Day(DAY),
            new Value.Clock(CLOCK),
            new Value.Flag(true));

    static Stream<Object> holders() {
        Table table = new Table(
                new TableName("things"),
                "Things",
                List.of(new Field(
                        new FieldName("ID"),
                        "An id",
                        new FieldType.Text(OptionalInt.empty()),
                        true,
                        List.of(),
                        List.of(),
                        "guide")),
                Identity.ofWholeRow(),
                "",
                "guide");
        Row small = new Row(2, Value.text(TEXT));
        KeyedRows.Batch batch = new KeyedRows(table).encode(List.of(small), Period.ofYear(2020), 0);
        Submitted submitted = new Submitted(ROW, Period.ofYear(2020), 0);
        CleanedTarget.Encoded csv = new CleanedTarget.Encoded(TEXT.getBytes(StandardCharsets.UTF_8));
        return Stream.of(
                ROW,
                ROW.values(),
                ROW.with(0, Value.text("CANARY7 too")),
                Cells.of(TEXT, "1987-06-05"),
                Cells.of(ROW.values().toArray(Value[]::new)),
                new Sensitive(TEXT),
                new Finding(1, 1, IssueCode.VALUE_NOT_DATE, new Sensitive(TEXT)),
                RowBlock.of(2, List.of(Cells.of(TEXT))),
                batch,
                submitted,
                Optional.of(submitted),
                new Repair.Mended(ROW, 2020, 0),
                csv,
                new CleanedTarget.Block(List.of(ROW), csv, Optional.of(batch)),
                new Duplicates(List.of(), table));
    }

    @ParameterizedTest
    @MethodSource("holders")
    void showsNoValue(Object holder) {
        assertThat(holder.toString())
                .doesNotContain(TEXT, "7654321", "98765", "4321", "1987", "06-05", "21:43", "true");
    }
}
