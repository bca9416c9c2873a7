/// The folder a process keeps its data in, held by one process at a time.
@NullMarked
package weir.platform.folder;

import org.jspecify.annotations.NullMarked;
