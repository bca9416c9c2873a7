/// Changes in the database.
@NullMarked
package weir.collect.change.store;

import org.jspecify.annotations.NullMarked;
