package weir.engine.clean;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import weir.engine.dataset.Code;
import weir.engine.dataset.FieldType;
import weir.engine.issue.IssueCode;
import weir.engine.record.Value;

/// Reads codes: by the code or one of its names without regard to case, as a number where a code is one (`1.0` is `1`),
/// then by pattern. The first code in the list that fits wins.
final class CategoryReader extends CellReader {

    private static final int NAMED_CODES = 12;

    private final FieldType.Category type;
    /// Spellings as they most often stand, which saves folding the case of most cells.
    private final Map<String, Value> exact = new HashMap<>();
    private final Map<String, Value> folded = new HashMap<>();
    private final Map<Long, Value> numbers = new HashMap<>();
    private final List<Map.Entry<Pattern, Value>> patterns = new ArrayList<>();

    CategoryReader(FieldType.Category type) {
        this.type = type;
        for (Code code : type.codes()) {
            Value value = new Value.Text(code.code());
            add(code.code(), value);
            code.names().forEach(name -> add(name, value));
            code.patterns().forEach(pattern -> patterns.add(Map.entry(pattern, value)));
        }
    }

    private void add(String spelling, Value value) {
        folded.putIfAbsent(spelling.toLowerCase(Locale.ROOT), value);
        exact.put(spelling, folded.getOrDefault(spelling.toLowerCase(Locale.ROOT), value));
        Numbers.parse(spelling)
                .filter(number -> number.scale() <= 0 && number.precision() < 18)
                .ifPresent(number -> numbers.putIfAbsent(number.longValueExact(), value));
    }

    @Override
    Value read(String text, Findings findings) {
        Value value = exact.get(text);
        return value != null ? value : readFolded(text, findings);
    }

    private Value readFolded(String text, Findings findings) {
        String lower = text.toLowerCase(Locale.ROOT);
        Value value = folded.get(lower);
        if (value != null) {
            return value;
        }
        Optional<Value> number = byNumber(lower);
        if (number.isPresent()) {
            return number.get();
        }
        for (Map.Entry<Pattern, Value> entry : patterns) {
            if (entry.getKey().matcher(lower).lookingAt()) {
                return entry.getValue();
            }
        }
        return reject(IssueCode.VALUE_NOT_CODE, text, findings);
    }

    private Optional<Value> byNumber(String text) {
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        return Numbers.parse(text)
                .map(BigDecimal::stripTrailingZeros)
                .filter(number -> number.scale() <= 0 && number.precision() - number.scale() < 18)
                .flatMap(number -> Optional.ofNullable(numbers.get(number.longValueExact())));
    }

    @Override
    public String expected() {
        List<Code> codes = type.codes();
        String listed = codes.stream().limit(NAMED_CODES).map(Code::code).collect(Collectors.joining(", "));
        return codes.size() <= NAMED_CODES
                ? "one of " + listed
                : "one of the " + codes.size() + " codes " + listed + " and so on";
    }
}
