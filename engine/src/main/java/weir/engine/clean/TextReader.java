package weir.engine.clean;

import java.util.Locale;

import weir.engine.dataset.FieldType;
import weir.engine.issue.IssueCode;
import weir.engine.record.Value;

/// Reads any text, up to the length its field allows.
final class TextReader extends CellReader {

    private final int maxLength;

    TextReader(FieldType.Text type) {
        maxLength = type.maxLength().orElse(Integer.MAX_VALUE);
    }

    @Override
    Value read(String text, Findings findings) {
        if (text.length() > maxLength && text.codePointCount(0, text.length()) > maxLength) {
            return reject(IssueCode.VALUE_TOO_LONG, text, findings);
        }
        return new Value.Text(text);
    }

    @Override
    public String expected() {
        return maxLength == Integer.MAX_VALUE
                ? "text"
                : String.format(Locale.ROOT, "text of at most %d characters", maxLength);
    }
}
