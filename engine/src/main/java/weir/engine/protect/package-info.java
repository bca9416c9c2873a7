/// Takes away from values what a use case may not know. It fails closed: a value it cannot reduce stops the output.
@NullMarked
package weir.engine.protect;

import org.jspecify.annotations.NullMarked;
