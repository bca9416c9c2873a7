/// Counts and times for whoever watches, in the form Prometheus reads.
@NullMarked
package weir.platform.metrics;

import org.jspecify.annotations.NullMarked;
