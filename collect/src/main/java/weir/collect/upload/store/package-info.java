/// Uploads under way in the database.
@NullMarked
package weir.collect.upload.store;

import org.jspecify.annotations.NullMarked;
