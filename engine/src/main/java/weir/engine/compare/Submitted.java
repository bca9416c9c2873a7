package weir.engine.compare;

import weir.engine.dataset.Period;
import weir.engine.record.Row;

/// A cleaned row and the submission it came with.
///
/// @param row    the row
/// @param period the period of its return
/// @param source the number of its file in the run, counted from 0
public record Submitted(Row row, Period period, int source) {}
