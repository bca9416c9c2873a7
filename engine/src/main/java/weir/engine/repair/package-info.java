/// Mends what only the returns of several years can show: an episode left open that a later return has closed.
@NullMarked
package weir.engine.repair;

import org.jspecify.annotations.NullMarked;
