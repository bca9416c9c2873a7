/// Quantities with their units.
@NullMarked
package weir.platform.unit;

import org.jspecify.annotations.NullMarked;
