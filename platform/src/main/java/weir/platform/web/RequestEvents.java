package weir.platform.web;

import java.time.Duration;

/// Told of each answered request, for metrics. Called by many threads.
@FunctionalInterface
public interface RequestEvents {

    /// @param route the route's pattern, `/v1/deliveries/{id}`, or `none` when nothing matched: a closed set
    void answered(String listener, String method, String route, int status, Duration time);
}
