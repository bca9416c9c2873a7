/// Tests of the reports, run in DuckDB on Parquet that the engine wrote.
@NullMarked
package weir.collect.report;

import org.jspecify.annotations.NullMarked;
