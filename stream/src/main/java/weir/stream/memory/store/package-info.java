/// The tables of the objects and their graph, and the offsets they are taken in to.
@NullMarked
package weir.stream.memory.store;

import org.jspecify.annotations.NullMarked;
