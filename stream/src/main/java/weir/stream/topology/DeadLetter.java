package weir.stream.topology;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/// What a message that could not be processed carries beside its key and its value, which stay as they were. The reason never
/// repeats a value.
///
/// @param topic     where it was read, with its partition and offset
/// @param service   which service could not process it
/// @param reason    one sentence
public record DeadLetter(String topic, int partition, long offset, String service, String reason) {

    public static final String TOPIC = "weir-topic";
    public static final String PARTITION = "weir-partition";
    public static final String OFFSET = "weir-offset";
    public static final String SERVICE = "weir-service";
    public static final String REASON = "weir-reason";

    /// The headers that say so.
    public List<Header> headers() {
        return List.of(
                header(TOPIC, topic),
                header(PARTITION, Integer.toString(partition)),
                header(OFFSET, Long.toString(offset)),
                header(SERVICE, service),
                header(REASON, reason));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
