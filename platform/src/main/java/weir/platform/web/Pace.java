package weir.platform.web;

import java.time.Duration;
import java.util.function.LongSupplier;

import weir.platform.unit.DataSize;

/// How fast a body has to come at least: whoever sends slower holds up a place that others wait for.
///
/// Only the time spent waiting for the sender counts.
///
/// @param perSecond at least so much each second, on average
/// @param grace     how long a sender may take whatever comes
/// @param nanos     a clock for time spans, as `System::nanoTime` is
public record Pace(DataSize perSecond, Duration grace, LongSupplier nanos) {

    /// Whether so much in such a time is too slow.
    public boolean isTooSlow(long bytes, long waitedNanos) {
        return waitedNanos > grace.toNanos() && bytes < waitedNanos / 1e9 * perSecond.bytes();
    }
}
