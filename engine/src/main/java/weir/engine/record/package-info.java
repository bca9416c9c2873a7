/// What a cell, a value and a row are; none of them shows its content in `toString`.
@NullMarked
package weir.engine.record;

import org.jspecify.annotations.NullMarked;
