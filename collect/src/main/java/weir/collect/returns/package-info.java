/// Returns: all that an organisation has handed in of a dataset for a period, looked at whole.
///
/// Rules of one record are asked while a file is checked; those across records, tables and years need the return. Each
/// change of an organisation's live tables asks for `CheckReturns`, a job that lets the work on outputs go first. It asks
/// the rules of every return whose tables have changed, and of the return of the year after, which reads this one as last
/// year's. What it found is a `ReturnCheck` with reports of its own; `ReturnRoutes` is the API.
@NullMarked
package weir.collect.returns;

import org.jspecify.annotations.NullMarked;
