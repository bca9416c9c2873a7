/// `weir check`: tells what is wrong with files, and changes nothing.
@NullMarked
package weir.app.check;

import org.jspecify.annotations.NullMarked;
