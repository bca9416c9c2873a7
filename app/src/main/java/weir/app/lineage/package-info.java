/// `weir lineage`: where a row of an output comes from.
@NullMarked
package weir.app.lineage;

import org.jspecify.annotations.NullMarked;
