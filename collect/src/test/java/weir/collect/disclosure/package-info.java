/// Tests of the control of disclosure.
@NullMarked
package weir.collect.disclosure;

import org.jspecify.annotations.NullMarked;
