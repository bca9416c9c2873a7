/// The list of unneeded objects in the database.
@NullMarked
package weir.collect.erase.store;

import org.jspecify.annotations.NullMarked;
