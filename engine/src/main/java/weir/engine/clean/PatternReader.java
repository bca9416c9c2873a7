package weir.engine.clean;

import weir.engine.dataset.FieldType;
import weir.engine.issue.IssueCode;
import weir.engine.record.Value;

/// Reads text that a regular expression matches as a whole.
final class PatternReader extends CellReader {

    private final FieldType.Matching type;

    PatternReader(FieldType.Matching type) {
        this.type = type;
    }

    @Override
    Value read(String text, Findings findings) {
        return type.pattern().matcher(text).matches()
                ? new Value.Text(text)
                : reject(IssueCode.VALUE_NOT_PATTERN, text, findings);
    }

    @Override
    public String expected() {
        return type.means();
    }
}
