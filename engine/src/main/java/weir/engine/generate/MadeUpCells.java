package weir.engine.generate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

import weir.engine.dataset.Field;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Table;

/// Makes up cells that the rules of their fields accept. For one thread.
final class MadeUpCells {

    /// One optional cell in this many is blank.
    private static final int BLANK_IN = 5;

    private static final int DAYS_BACK = 5_000;

    private final Table table;
    private final int year;
    private final String mark;
    private final RandomGenerator random;

    MadeUpCells(Table table, int year, String mark, RandomGenerator random) {
        this.table = table;
        this.year = year;
        this.mark = mark;
        this.random = random;
    }

    /// A row. @param record its number from 0; a text of the record's key holds it, so that no two rows are one record
    List<String> row(long record) {
        return table.fields().stream().map(field -> cell(field, record)).toList();
    }

    private String cell(Field field, long record) {
        boolean isKey = table.identity().key().contains(field.name());
        if (!field.isRequired() && !isKey && random.nextInt(BLANK_IN) == 0) {
            return "";
        }
        return switch (field.type()) {
            case FieldType.Text text -> text(text, isKey ? record : random.nextInt(1_000));
            case FieldType.Postcode _ -> postcode();
            case FieldType.Matching matching -> PatternText.draw(matching.pattern(), random);
            case FieldType.Whole whole ->
                Long.toString(whole(whole.min().orElse(0), whole.max().orElse(whole.min().orElse(0) + 40)));
            case FieldType.Age age -> Long.toString(whole(age.min().orElse(0), age.max().orElse(17)));
            case FieldType.Decimal decimal -> decimal(decimal);
            case FieldType.Date date -> date(date.formats().getFirst());
            case FieldType.Time time -> LocalTime.of(random.nextInt(24), random.nextInt(60))
                    .format(formatter(time.formats().getFirst()));
            case FieldType.Bool _ -> Boolean.toString(random.nextBoolean());
            case FieldType.Category category ->
                category.codes().get(random.nextInt(category.codes().size())).code();
        };
    }

    private String text(FieldType.Text type, long number) {
        String text = mark + (100_000 + number);
        int length = type.maxLength().orElse(text.length());
        return text.length() <= length ? text : text.substring(text.length() - length);
    }

    private String postcode() {
        Line line = new Line();
        Postcode.write(line, Postcode.draw(random));
        return line.texts().getFirst();
    }

    private long whole(long min, long max) {
        return min + random.nextLong(Math.max(1, Math.min(max - min + 1, 1_000_000)));
    }

    private String decimal(FieldType.Decimal type) {
        BigDecimal min = type.min().orElse(BigDecimal.ZERO);
        BigDecimal made = min.add(BigDecimal.valueOf(random.nextInt(100_000), 2));
        return made.min(type.max().orElse(made)).setScale(type.places().orElse(2), RoundingMode.DOWN).toPlainString();
    }

    private String date(String format) {
        LocalDate day = LocalDate.of(year, 1, 1).minusDays(random.nextInt(DAYS_BACK));
        return day.atStartOfDay().format(formatter(format));
    }

    private static DateTimeFormatter formatter(String format) {
        return DateTimeFormatter.ofPattern(format.replace("T", "'T'"), Locale.ENGLISH);
    }
}
