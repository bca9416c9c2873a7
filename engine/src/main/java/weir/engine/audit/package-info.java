/// What becomes of every field on its way to a use case, and which clause of the agreement says so.
@NullMarked
package weir.engine.audit;

import org.jspecify.annotations.NullMarked;
