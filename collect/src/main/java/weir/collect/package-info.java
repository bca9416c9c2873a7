/// What councils hand in, checked and turned into what each use case may have.
@NullMarked
package weir.collect;

import org.jspecify.annotations.NullMarked;
