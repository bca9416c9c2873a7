/// Keys of programs: `weir key`.
@NullMarked
package weir.app.key;

import org.jspecify.annotations.NullMarked;
