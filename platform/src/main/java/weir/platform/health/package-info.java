/// Whether the service and what it depends on is well.
@NullMarked
package weir.platform.health;

import org.jspecify.annotations.NullMarked;
