/// Shares in the database.
@NullMarked
package weir.collect.share.store;

import org.jspecify.annotations.NullMarked;
