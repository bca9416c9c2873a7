/// The inside of the web server.
@NullMarked
package weir.platform.web.internal;

import org.jspecify.annotations.NullMarked;
