package weir.engine.pipeline;

/// What the control of disclosure has taken from one output by one rule. It holds no value of a record.
///
/// @param output       the table, or the output of a report
/// @param rule         `k-anonymity` or `small-counts`
/// @param clause       the clause of the agreement that demands it
/// @param rowsRemoved  rows that do not leave
/// @param cellsBlanked cells with a value that leave blank, in rows that leave
public record Suppressed(String output, String rule, String clause, long rowsRemoved, long cellsBlanked) {}
