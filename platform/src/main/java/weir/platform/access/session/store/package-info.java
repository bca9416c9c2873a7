/// The table of sessions.
@NullMarked
package weir.platform.access.session.store;

import org.jspecify.annotations.NullMarked;
