package weir.engine.audit;

import java.util.List;

import weir.engine.dataset.FieldName;
import weir.engine.dataset.UseCaseName;

/// A control that is done to an output as a whole before it is published.
///
/// @param useCase     the use case
/// @param output      the table, or the output of a report
/// @param isReport    whether it is the output of a report
/// @param fields      the fields it looks at and may blank
/// @param k           the number that must be reached
/// @param rule        the word of the specification language: `k-anonymity` or `small-counts`
/// @param description what happens, in words
/// @param clause      the number of the clause of the agreement that demands it
/// @param clauseText  the text of the clause
public record DisclosureLine(
        UseCaseName useCase,
        String output,
        boolean isReport,
        List<FieldName> fields,
        int k,
        String rule,
        String description,
        String clause,
        String clauseText) {

    public DisclosureLine {
        fields = List.copyOf(fields);
    }

    /// The fields in words: `SEX, LA`.
    public String fieldsInWords() {
        return String.join(", ", fields.stream().map(FieldName::value).toList());
    }
}
