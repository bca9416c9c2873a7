package weir.stream.registration.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import weir.stream.csv.CsvRow;
import weir.stream.message.CsvOrigin;
import weir.stream.registration.RegistrationForm;
import weir.stream.registration.RegistrationObject;

/// A student as a file gives it, row or object, column by column; blank is missing. Holds values of a record.
public final class ReviewedStudent {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,6}(\\.[0-9]{1,6})?");

    private final long line;
    private final Map<String, String> values = new HashMap<>();
    private final List<String> unknown;

    private ReviewedStudent(long line, Function<String, String> value, List<String> unknown) {
        this.line = line;
        this.unknown = unknown;
        for (String column : RegistrationForm.STUDENT.columns()) {
            String text = value.apply(column).strip();
            if (!text.isEmpty()) {
                values.put(column, text);
            }
        }
    }

    /// A row of CSV as it stands: no default, no code turned into another.
    public static ReviewedStudent of(CsvRow row) {
        List<String> unknown = new ArrayList<>(RegistrationForm.STUDENT.unknown(row.header().names()));
        unknown.removeIf(column -> !row.has(column));
        return new ReviewedStudent(row.origin().map(CsvOrigin::line).orElse(1L),
                column -> RegistrationForm.STUDENT.cell(row, column).orElse(""), unknown);
    }

    /// @param number of the object in its file, from 1
    public static ReviewedStudent of(RegistrationObject object, long number) {
        return new ReviewedStudent(number, object::value, List.of());
    }

    public long line() {
        return line;
    }

    boolean has(String column) {
        return values.containsKey(column);
    }

    /// Empty text when it is missing.
    String value(String column) {
        return values.getOrDefault(column, "");
    }

    /// The columns with something in them that no student has.
    List<String> unknown() {
        return unknown;
    }

    /// A column as a number; empty when it is none.
    Optional<BigDecimal> number(String column) {
        String text = value(column);
        return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "ReviewedStudent[line " + line + "]";
    }
}
