/// Addresses of this machine.
@NullMarked
package weir.platform.net;

import org.jspecify.annotations.NullMarked;
