/// What was found in the inbox, in the database.
@NullMarked
package weir.collect.inbox.store;

import org.jspecify.annotations.NullMarked;
