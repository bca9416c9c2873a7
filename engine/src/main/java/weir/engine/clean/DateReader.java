package weir.engine.clean;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import weir.engine.dataset.FieldType;
import weir.engine.issue.IssueCode;
import weir.engine.record.Value;

/// Reads dates in the forms of their field. A cell that the file's format knows as a date is taken as it is.
final class DateReader extends CellReader {

    private static final LocalDate EXAMPLE = LocalDate.of(2011, 4, 30);

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;
    private static final int DAYS = 31;
    private static final int MONTHS = 12;

    private final List<DateForm> forms;
    /// The days met so far. A return names the same few thousand days millions of times; a race between two threads costs
    /// no more than making one twice.
    private final Value.@Nullable Day[] days = new Value.Day[(LAST_YEAR - FIRST_YEAR + 1) * MONTHS * DAYS];

    DateReader(FieldType.Date type) {
        forms = type.formats().stream().map(DateForm::of).toList();
    }

    @Override
    Value read(String text, Findings findings) {
        for (int i = 0; i < forms.size(); i++) {
            int date = forms.get(i).parseDate(text);
            if (date != DateForm.NO_DATE) {
                return day(date);
            }
        }
        return reject(IssueCode.VALUE_NOT_DATE, text, findings);
    }

    private Value.Day day(int date) {
        int year = DateForm.year(date);
        int month = DateForm.month(date);
        int day = DateForm.day(date);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return new Value.Day(LocalDate.of(year, month, day));
        }
        int index = ((year - FIRST_YEAR) * MONTHS + month - 1) * DAYS + day - 1;
        Value.Day known = days[index];
        if (known == null) {
            known = new Value.Day(LocalDate.of(year, month, day));
            days[index] = known;
        }
        return known;
    }

    @Override
    Value readTyped(Value typed, Findings findings) {
        return typed instanceof Value.Day ? typed : read(typed.text(), findings);
    }

    @Override
    public String expected() {
        return "a date like "
                + forms.stream().map(form -> form.format(EXAMPLE.atStartOfDay())).collect(Collectors.joining(" or "));
    }
}
