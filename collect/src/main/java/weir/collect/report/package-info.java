/// Reports: what a region makes of the outputs of a use case, each one SQL file of a dataset with its rule in words.
///
/// Each publication asks for the reports that read it. The job `MakeReports` copies the published tables they need into its
/// folder, gives each a view, runs the SQL in DuckDB, and publishes what it made as a publication of its own: a report reads
/// nothing that its use case may not have, and readers never see half of one.
@NullMarked
package weir.collect.report;

import org.jspecify.annotations.NullMarked;
