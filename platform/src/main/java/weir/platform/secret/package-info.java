/// Keeps secrets out of what is printed.
@NullMarked
package weir.platform.secret;

import org.jspecify.annotations.NullMarked;
