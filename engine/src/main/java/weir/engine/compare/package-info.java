/// Tells which rows are one record and which of them is the latest, whatever their number.
///
/// Rows are written as bytes behind a key ([RowCodec], [RecordKey]), sorted in runs that go to disk when they grow
/// ([SortedRuns]), and merged: of the rows with one key the latest stays ([LatestRows]).
@NullMarked
package weir.engine.compare;

import org.jspecify.annotations.NullMarked;
