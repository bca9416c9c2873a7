package weir.engine.clean;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import weir.engine.dataset.FieldType;
import weir.engine.issue.IssueCode;
import weir.engine.record.Value;

/// Reads dates in the forms of their field. A cell that the file's format knows as a date is taken as it is.
final class DateReader extends CellReader {

    private static final LocalDate EXAMPLE = LocalDate.of(2011, 4, 30);

    private final List<DateForm> forms;

    DateReader(FieldType.Date type) {
        forms = type.formats().stream().map(DateForm::of).toList();
    }

    @Override
    Value read(String text, Findings findings) {
        for (int i = 0; i < forms.size(); i++) {
            LocalDate date = forms.get(i).parseDate(text);
            if (!date.equals(DateForm.NO_DATE)) {
                return new Value.Day(date);
            }
        }
        return reject(IssueCode.VALUE_NOT_DATE, text, findings);
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
