/// Copies tables out of the database and into another, whatever they hold.
@NullMarked
package weir.platform.backup.store;

import org.jspecify.annotations.NullMarked;
