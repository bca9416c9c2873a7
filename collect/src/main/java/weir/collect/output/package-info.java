/// Outputs: what each use case may read of a dataset, of all organisations together, published whole.
///
/// The job `PublishOutputs` takes the current share of every organisation that has signed, and puts their fragments together:
/// one file for a table as long as it is small, parts that begin anew with each organisation beyond that, so that a change
/// of one organisation touches its own parts alone. Manifest and reports are made from the same fragments. Then the new
/// publication becomes the current one in one transaction: readers see the earlier files until then, and the new ones whole
/// from then on. `Refresh` looks each night whether rules, agreements or years have changed. `OutputRoutes` is the API.
@NullMarked
package weir.collect.output;

import org.jspecify.annotations.NullMarked;
