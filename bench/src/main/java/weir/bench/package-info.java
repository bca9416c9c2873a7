/// Benchmarks with their peers: each run times Weir and the others on the same file, one after the other, and prints one
/// table.
@NullMarked
package weir.bench;

import org.jspecify.annotations.NullMarked;
