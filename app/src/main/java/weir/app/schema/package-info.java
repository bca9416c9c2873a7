/// `weir schema`: which datasets there are, what a year's specification says, and what changed between two years.
@NullMarked
package weir.app.schema;

import org.jspecify.annotations.NullMarked;
