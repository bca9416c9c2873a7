/// The table of sign-ons on their way.
@NullMarked
package weir.platform.access.signon.store;

import org.jspecify.annotations.NullMarked;
