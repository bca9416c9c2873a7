package weir.platform.broker;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import weir.platform.unit.DataSize;

/// A topic as a part wants it.
///
/// @param name       letters, digits, `.`, `_`, `-`
/// @param partitions how many consumers can share it
/// @param retention  how long messages are kept; empty for ever
/// @param compacted  whether only the latest message of each key is kept
/// @param largest    the largest message it takes, with its key and headers; empty for what the broker takes
public record Topic(
        String name, int partitions, Optional<Duration> retention, boolean compacted, Optional<DataSize> largest) {

    /// Messages kept for a time.
    public static Topic kept(String name, int partitions, Duration retention) {
        return new Topic(name, partitions, Optional.of(retention), false, Optional.empty());
    }

    /// The latest message of each key, for ever.
    public static Topic compacted(String name, int partitions) {
        return new Topic(name, partitions, Optional.empty(), true, Optional.empty());
    }

    /// The same, whatever the broker's own limit is.
    public Topic taking(DataSize message) {
        return new Topic(name, partitions, retention, compacted, Optional.of(message));
    }

    Map<String, String> configuration() {
        Map<String, String> configuration = new HashMap<>(Map.of(
                "retention.ms", Long.toString(retention.map(Duration::toMillis).orElse(-1L)),
                "cleanup.policy", compacted ? "compact" : "delete"));
        largest.ifPresent(size -> configuration.put("max.message.bytes", Long.toString(size.bytes())));
        return configuration;
    }
}
