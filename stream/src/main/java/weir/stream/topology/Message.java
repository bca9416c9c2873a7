package weir.stream.topology;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/// A message as a service reads it, with the place it lies at.
///
/// @param topic     of the broker
/// @param timestamp milliseconds since 1970
/// @param key       as text; empty when it has none
/// @param value     shared by the services that read the message: not to be written to
@SuppressWarnings("ArrayRecordComponent") // a message is bytes, and is never compared
public record Message(String topic, int partition, long offset, long timestamp, String key, byte[] value, Headers headers) {

    /// The text of a header.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /// The value from a place on as text.
    public String text(int from) {
        return new String(value, from, value.length - from, StandardCharsets.UTF_8);
    }

    /// Without key and value: they are a person's.
    @Override
    public String toString() {
        return topic + "-" + partition + "-" + offset;
    }
}
