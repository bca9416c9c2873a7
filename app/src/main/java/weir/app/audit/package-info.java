/// `weir audit`: what becomes of every field for each use case, for the people who answer for it.
@NullMarked
package weir.app.audit;

import org.jspecify.annotations.NullMarked;
