package weir.engine.issue.report;

/// What became of one file, and how many issues it has.
public record FileCount(FileOutcome outcome, SeverityCounts issues) {}
