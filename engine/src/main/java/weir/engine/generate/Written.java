package weir.engine.generate;

/// What a generator wrote.
///
/// @param files   tables, one per year and kind; the ledger is not counted
/// @param rows    rows without headers, planted repeats included
/// @param bytes   bytes of the tables
/// @param planted faults planted, decoys included
public record Written(int files, long rows, long bytes, long planted) {}
