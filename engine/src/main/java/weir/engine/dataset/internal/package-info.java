/// Reads a dataset's folder of YAML into its specification.
@NullMarked
package weir.engine.dataset.internal;

import org.jspecify.annotations.NullMarked;
