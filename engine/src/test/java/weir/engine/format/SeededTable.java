package weir.engine.format;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import weir.engine.format.TableWriter.Column;
import weir.engine.format.TableWriter.Kind;
import weir.engine.record.Row;
import weir.engine.record.Value;

/// A table of random columns and values, the same for the same seed.
record SeededTable(List<Column> columns, List<Row> rows) {

    private static final String ALPHABET = "abcXYZ 019,;\"'=+-@\n\t/<>&{}[]\\äß€日𝄞\u00a0";

    static SeededTable of(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(9); i++) {
            columns.add(new Column("F" + i, Kind.values()[random.nextInt(Kind.values().length)]));
        }
        double blanks = random.nextInt(3) == 0 ? 0 : random.nextDouble();
        int distinct = 1 + random.nextInt(3_000);
        List<Row> rows = new ArrayList<>();
        int count = random.nextInt(3) == 0 ? random.nextInt(4) : random.nextInt(2_000);
        for (int i = 0; i < count; i++) {
            Value[] values = new Value[columns.size()];
            for (int j = 0; j < values.length; j++) {
                values[j] = random.nextDouble() < blanks
                        ? Value.blank()
                        : value(columns.get(j).kind(), random.nextInt(distinct));
            }
            rows.add(new Row(i + 2, values));
        }
        return new SeededTable(columns, rows);
    }

    private static Value value(Kind kind, int draw) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(draw);
        return switch (kind) {
            case TEXT -> Value.text(text(random));
            case WHOLE -> new Value.Whole(random.nextInt(5) == 0 ? random.nextLong() : random.nextInt(100));
            case DECIMAL -> new Value.Decimal(new BigDecimal(random.nextInt(1, 9_999) + "." + random.nextInt(1, 9)));
            case DAY -> new Value.Day(LocalDate.ofEpochDay(random.nextInt(-20_000, 40_000)));
            case CLOCK -> new Value.Clock(LocalTime.ofSecondOfDay(random.nextInt(86_400)));
            case FLAG -> new Value.Flag(random.nextBoolean());
        };
    }

    private static String text(RandomGenerator random) {
        int[] points = ALPHABET.codePoints().toArray();
        StringBuilder text = new StringBuilder("a");
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.append('z').toString();
    }

    /// The values of the rows as texts.
    List<List<String>> texts() {
        return rows.stream()
                .map(row -> row.values().stream().map(Value::text).toList())
                .toList();
    }
}
