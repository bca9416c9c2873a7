package weir.stream.topology;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import weir.stream.message.MessageSize;

/// What a service makes of one message, held until all of it is made: when a part of it cannot be written, none of it is. For one
/// thread.
///
/// Beyond some megabytes it lets go of what it holds. Only a large document has so much, and each of its objects was found to fit
/// before the first was sent.
final class BufferedOutput implements Output {

    private static final long MOST_HELD = 32 << 20;

    private final Consumer<Record<byte[], Addressed>> into;
    private final long timestamp;
    private final List<Record<byte[], Addressed>> held = new ArrayList<>();
    private long bytes;

    BufferedOutput(Consumer<Record<byte[], Addressed>> into, long timestamp) {
        this.into = into;
        this.timestamp = timestamp;
    }

    /// @throws weir.stream.message.MessageTooLarge when it is larger than messages may be
    @Override
    public void send(String topic, String key, String spread, byte[] value, List<Header> headers) {
        byte[] sentKey = key.getBytes(StandardCharsets.UTF_8);
        MessageSize.check(sentKey, value, headers);
        held.add(new Record<>(sentKey, new Addressed(topic, spread, value), timestamp, new RecordHeaders(headers)));
        bytes += value.length;
        if (bytes > MOST_HELD) {
            release();
        }
    }

    /// Writes what is held.
    void release() {
        held.forEach(into);
        held.clear();
        bytes = 0;
    }
}
