/// What is said when something outside this process is away for a while.
@NullMarked
package weir.platform.outage;

import org.jspecify.annotations.NullMarked;
