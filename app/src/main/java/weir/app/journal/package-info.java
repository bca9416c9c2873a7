/// Reading and proving the journal: `weir journal`.
@NullMarked
package weir.app.journal;

import org.jspecify.annotations.NullMarked;
