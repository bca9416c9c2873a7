/// Compares what the program writes with what is committed, and rewrites what is committed when told to.
@NullMarked
package weir.engine.golden;

import org.jspecify.annotations.NullMarked;
