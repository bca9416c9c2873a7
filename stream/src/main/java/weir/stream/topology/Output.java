package weir.stream.topology;

import java.util.List;

import org.apache.kafka.common.header.Header;
import weir.stream.error.StreamError;
import weir.stream.message.DocumentId;

/// Where a service writes: its messages become seen together with the reading of the message they come from, or not at all.
public interface Output {

    /// @param topic   one that the service was declared to write to
    /// @param spread  decides the partition: messages of one spread keep their order
    void send(String topic, String key, String spread, byte[] value, List<Header> headers);

    /// An error in its documented form, the structured one and the id of the document beside it.
    default void error(String topic, String key, DocumentId document, StreamError error) {
        send(topic, key, key, StreamErrors.text(error), StreamErrors.headers(document, error));
    }
}
