/// The people of the users file: `weir user`.
@NullMarked
package weir.app.user;

import org.jspecify.annotations.NullMarked;
