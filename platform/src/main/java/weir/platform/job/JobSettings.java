package weir.platform.job;

import java.time.Duration;

/// How a worker works.
///
/// @param workers          jobs this process runs at once
/// @param poll             how often it looks for work when there was none
/// @param heartbeat        how often it says that it lives
/// @param missedHeartbeats after so many missed heartbeats it is taken for dead; 4 or more
public record JobSettings(int workers, Duration poll, Duration heartbeat, int missedHeartbeats) {

    private static final int FEWEST_MISSED = 4;

    public JobSettings {
        if (workers < 1 || missedHeartbeats < FEWEST_MISSED || !poll.isPositive() || !heartbeat.isPositive()) {
            throw new IllegalArgumentException("A worker needs one thread or more, pauses longer than nothing, and 4 missed heartbeats or more.");
        }
    }

    /// Four at once, each second, each 5 seconds, taken over after 20 seconds or little more.
    public static JobSettings usual() {
        return new JobSettings(4, Duration.ofSeconds(1), Duration.ofSeconds(5), 4);
    }
}
