/// The pages for people.
@NullMarked
package weir.app.page;

import org.jspecify.annotations.NullMarked;
