/// Erasing: objects that nothing refers to any more are put on a list in the transaction that lets go of them, and deleted
/// by a job soon after.
@NullMarked
package weir.collect.erase;

import org.jspecify.annotations.NullMarked;
