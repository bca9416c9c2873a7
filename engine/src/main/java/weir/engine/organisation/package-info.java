/// Who hands data in: a council's or school's code and name.
@NullMarked
package weir.engine.organisation;

import org.jspecify.annotations.NullMarked;
