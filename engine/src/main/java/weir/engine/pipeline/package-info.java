/// The order of the steps: recognise, read, clean, merge, repair, enrich, protect, publish. The only package that knows
/// it.
///
/// [ReturnRun] takes one file through reading and cleaning and hands its rows to a [RowTarget]; [CleanRun] does so for a
/// folder and makes the cleaned tables and the outputs of each use case, staged in an [OutputFolder] that appears whole
/// or not at all. Every run ends by checking that no record was lost ([Conservation]).
@NullMarked
package weir.engine.pipeline;

import org.jspecify.annotations.NullMarked;
