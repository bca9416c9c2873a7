/// What holds for everybody: the published datasets, who hands in, and what each has signed.
@NullMarked
package weir.collect.rulebook;

import org.jspecify.annotations.NullMarked;
