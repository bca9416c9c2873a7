/// A copy of the running system and the way back: `weir backup`, `weir restore`.
@NullMarked
package weir.app.backup;

import org.jspecify.annotations.NullMarked;
