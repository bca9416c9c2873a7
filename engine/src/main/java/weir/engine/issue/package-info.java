/// What was found and where: an issue has a code, a severity, a place and a shape, and never the value.
@NullMarked
package weir.engine.issue;

import org.jspecify.annotations.NullMarked;
