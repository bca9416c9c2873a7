/// What objects say of each other, as tuples for the index.
///
/// A [TupleParser] reads an object of SIF; [OneRosterTuples] a row of OneRoster. A [GraphTuple] has the documented JSON form, in
/// which it travels to the index. Ties and equivalences that somebody declares are tuples too.
@NullMarked
package weir.stream.graph;

import org.jspecify.annotations.NullMarked;
