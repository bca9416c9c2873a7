/// The log of the running service, on standard error.
@NullMarked
package weir.app.log;

import org.jspecify.annotations.NullMarked;
