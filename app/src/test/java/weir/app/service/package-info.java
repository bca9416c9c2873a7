/// The running service under faults: killed, cut off, without room, with a wrong clock, beside others.
@NullMarked
package weir.app.service;

import org.jspecify.annotations.NullMarked;
