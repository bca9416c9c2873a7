/// How conditions are read: [Parser] turns text into [Typed] terms.
@NullMarked
package weir.engine.expression.internal;

import org.jspecify.annotations.NullMarked;
