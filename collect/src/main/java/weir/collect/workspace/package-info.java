/// Folders for the time of one job.
@NullMarked
package weir.collect.workspace;

import org.jspecify.annotations.NullMarked;
