package weir.platform.broker;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A topic as a part wants it.
///
/// @param name       letters, digits, `.`, `_`, `-`
/// @param partitions how many consumers can share it
/// @param retention  how long messages are kept; empty for ever
/// @param compacted  whether only the latest message of each key is kept
public record Topic(String name, int partitions, Optional<Duration> retention, boolean compacted) {

    /// Messages kept for a time.
    public static Topic kept(String name, int partitions, Duration retention) {
        return new Topic(name, partitions, Optional.of(retention), false);
    }

    /// The latest message of each key, for ever.
    public static Topic compacted(String name, int partitions) {
        return new Topic(name, partitions, Optional.empty(), true);
    }

    Map<String, String> configuration() {
        return Map.of(
                "retention.ms", Long.toString(retention.map(Duration::toMillis).orElse(-1L)),
                "cleanup.policy", compacted ? "compact" : "delete");
    }
}
