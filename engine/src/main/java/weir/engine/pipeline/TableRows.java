package weir.engine.pipeline;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

import weir.engine.compare.KeyedRows;
import weir.engine.compare.KeyedSource;
import weir.engine.dataset.Table;

/// The cleaned rows of one table, sorted, ready to be merged into outputs.
///
/// @param table   its layout
/// @param keyed   reads the rows
/// @param sources the rows, each source sorted for itself
/// @param years   the years of the returns that rows were kept of
/// @param parts   what part of the whole each source is, where it is one
/// @param rows    how many rows there are in all
record TableRows(
        Table table,
        KeyedRows keyed,
        List<KeyedSource> sources,
        NavigableSet<Integer> years,
        Map<Integer, String> parts,
        long rows) {}
