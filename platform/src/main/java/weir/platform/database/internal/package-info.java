/// What the embedded database needs and nobody else.
@NullMarked
package weir.platform.database.internal;

import org.jspecify.annotations.NullMarked;
