/// Holds what people read to what the program does: reference pages are made from it, examples are run, links resolve.
@NullMarked
package weir.app.docs;

import org.jspecify.annotations.NullMarked;
