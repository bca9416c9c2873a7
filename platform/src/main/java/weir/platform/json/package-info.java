/// JSON as Weir writes it: names in snake case, times in ISO 8601, nothing unknown taken in.
@NullMarked
package weir.platform.json;

import org.jspecify.annotations.NullMarked;
