/// Shares: what one organisation gives of one dataset to each use case it has signed.
///
/// The job `MakeShare` merges the live tables of an organisation's dataset, as they were kept when they were checked, and
/// keeps a fragment per use case and table: CSV and Parquet, and beside them where each row comes from, which never leaves.
/// Nothing of another organisation is read. `weir.collect.output` puts the fragments of all organisations together.
@NullMarked
package weir.collect.share;

import org.jspecify.annotations.NullMarked;
