package weir.engine.audit;

import weir.engine.dataset.FieldName;
import weir.engine.dataset.TableName;
import weir.engine.dataset.UseCaseName;

/// What becomes of one field for one use case.
///
/// @param useCase     the use case
/// @param table       the table
/// @param field       the field
/// @param fate        what becomes of it
/// @param description the same in words: `reduced to the postcode sector`
/// @param periods     the returns that have the field, as in `from 2024`; empty when all have it
/// @param clause      the number of the clause of the agreement that says so
/// @param clauseText  the text of the clause
public record AuditLine(
        UseCaseName useCase,
        TableName table,
        FieldName field,
        Fate fate,
        String description,
        String periods,
        String clause,
        String clauseText) {}
