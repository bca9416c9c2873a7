/// Lineage: from a row of an output back to the delivery, the resource and the row it was made from, and the rules by which.
///
/// Beside each fragment of a share stands a file that names, for each of its rows, the delivered file and the row in it. The
/// row is found in the fragments of the current publication by its key, and its place looked up there.
@NullMarked
package weir.collect.lineage;

import org.jspecify.annotations.NullMarked;
