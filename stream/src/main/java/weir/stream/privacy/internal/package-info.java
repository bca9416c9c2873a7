/// The automaton that finds which rules a place in an object meets.
@NullMarked
package weir.stream.privacy.internal;

import org.jspecify.annotations.NullMarked;
