/// The journal's tables: what waits, the chain, and how entries stand in them.
@NullMarked
package weir.platform.journal.store;

import org.jspecify.annotations.NullMarked;
