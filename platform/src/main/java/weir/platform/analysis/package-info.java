/// Analysis: SQL over Parquet files in DuckDB, in this process.
///
/// `Analysis.run` gives a piece of work a database of its own in memory, on a platform thread of a small pool: on a virtual
/// thread DuckDB would hold its carrier for seconds. What does not fit the memory goes to a folder that is emptied. Nothing
/// is fetched from anywhere, and rows come out by `COPY`, not one by one.
@NullMarked
package weir.platform.analysis;

import org.jspecify.annotations.NullMarked;
