/// Outputs: what each use case may have of an organisation's deliveries, published whole.
///
/// The job `MakeOutputs` brings together the latest readable delivery of each file, cleans them as one return, keeps each
/// output file as an object, and then makes the new publication the current one in one transaction: readers see the
/// earlier outputs until then, and the new ones whole from then on. `OutputRoutes` is the API.
@NullMarked
package weir.collect.output;

import org.jspecify.annotations.NullMarked;
