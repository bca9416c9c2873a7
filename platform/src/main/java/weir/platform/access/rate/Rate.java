package weir.platform.access.rate;

import java.time.Duration;

/// So many at once, and one more after each interval.
///
/// @param burst    how many may come at once
/// @param interval how long one more takes to be allowed
public record Rate(int burst, Duration interval) {

    public Rate {
        if (burst < 1 || !interval.isPositive()) {
            throw new IllegalArgumentException("A rate allows one or more, and one more after some time.");
        }
    }
}
