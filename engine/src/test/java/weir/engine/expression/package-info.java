/// Conditions held to the reference implementation of CEL.
@NullMarked
package weir.engine.expression;

import org.jspecify.annotations.NullMarked;
