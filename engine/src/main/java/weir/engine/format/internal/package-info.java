/// How formats are read and written; nobody outside `weir.engine.format` uses it.
@NullMarked
package weir.engine.format.internal;

import org.jspecify.annotations.NullMarked;
