package weir.platform.broker;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// A message as a topic keeps it. `toString` shows nothing of what it says.
///
/// @param timestamp in milliseconds since 1970
/// @param key       absent for one without
/// @param value     absent for a deletion in a compacted topic
@SuppressWarnings("ArrayRecordComponent") // Bytes that go through untouched; they are never compared.
public record LoggedMessage(
        int partition, long timestamp, byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {

    public LoggedMessage {
        headers = List.copyOf(headers);
    }

    /// One header.
    @SuppressWarnings("ArrayRecordComponent")
    public record Header(String name, byte @Nullable [] value) {

        @Override
        public String toString() {
            return "Header[name=" + name + "]";
        }
    }

    @Override
    public String toString() {
        return "LoggedMessage[partition=" + partition + ", timestamp=" + timestamp + "]";
    }
}
