/// When the live tables of an organisation's dataset last changed, so that what was made of them can be told from what is
/// due.
@NullMarked
package weir.collect.change;

import org.jspecify.annotations.NullMarked;
