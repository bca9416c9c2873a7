/// Makes up returns that look like real ones, valid by construction or with faults planted and listed, for tests,
/// benchmarks and trying Weir out.
@NullMarked
package weir.engine.generate;

import org.jspecify.annotations.NullMarked;
