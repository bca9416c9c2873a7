/// The command `weir generate`: makes up returns to try things with.
@NullMarked
package weir.app.generate;

import org.jspecify.annotations.NullMarked;
