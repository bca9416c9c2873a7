/// Publications in the database.
@NullMarked
package weir.collect.output.store;

import org.jspecify.annotations.NullMarked;
