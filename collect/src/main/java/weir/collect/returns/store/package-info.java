/// Checked returns in the database.
@NullMarked
package weir.collect.returns.store;

import org.jspecify.annotations.NullMarked;
