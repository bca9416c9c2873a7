/// The tables of keys and nonces.
@NullMarked
package weir.platform.access.key.store;

import org.jspecify.annotations.NullMarked;
