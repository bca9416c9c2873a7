package weir.engine.clean;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import weir.engine.dataset.FieldType;
import weir.engine.issue.IssueCode;
import weir.engine.record.Value;

/// Reads times of day in the forms of their field.
final class TimeReader extends CellReader {

    private static final LocalDateTime EXAMPLE = LocalDateTime.of(2011, 4, 30, 14, 30);

    private final List<DateForm> forms;

    TimeReader(FieldType.Time type) {
        forms = type.formats().stream().map(DateForm::of).toList();
    }

    @Override
    Value read(String text, Findings findings) {
        for (DateForm form : forms) {
            Optional<LocalTime> time = form.parseTime(text);
            if (time.isPresent()) {
                return new Value.Clock(time.get());
            }
        }
        return reject(IssueCode.VALUE_NOT_TIME, text, findings);
    }

    @Override
    Value readTyped(Value typed, Findings findings) {
        return typed instanceof Value.Clock ? typed : read(typed.text(), findings);
    }

    @Override
    public String expected() {
        return "a time like " + forms.stream().map(form -> form.format(EXAMPLE)).collect(Collectors.joining(" or "));
    }
}
