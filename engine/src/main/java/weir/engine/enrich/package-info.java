/// Adds what the delivery knows to the values of a row: the organisation and the period.
@NullMarked
package weir.engine.enrich;

import org.jspecify.annotations.NullMarked;
