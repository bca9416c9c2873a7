package weir.engine.clean;

import java.util.Locale;

import weir.engine.issue.IssueCode;
import weir.engine.record.Value;

/// Reads true and false, also as yes and no, y and n, t and f, 1 and 0.
final class BooleanReader extends CellReader {

    private static final Value TRUE = new Value.Flag(true);
    private static final Value FALSE = new Value.Flag(false);

    @Override
    Value read(String text, Findings findings) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "t", "1" -> TRUE;
            case "false", "no", "n", "f", "0" -> FALSE;
            default -> reject(IssueCode.VALUE_NOT_BOOLEAN, text, findings);
        };
    }

    @Override
    Value readTyped(Value typed, Findings findings) {
        return typed instanceof Value.Flag ? typed : read(typed.text(), findings);
    }

    @Override
    public String expected() {
        return "true or false";
    }
}
