package weir.stream.topology;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import weir.stream.error.StreamError;
import weir.stream.message.DocumentId;

/// The two forms of an error on the broker.
public final class StreamErrors {

    /// Longer than any row or object that people make; an error tells no more of what it is about.
    private static final int LONGEST = 20_000;

    private StreamErrors() {}

    /// The documented text, as the value of the message.
    public static byte[] text(StreamError error) {
        return error.within(LONGEST).asText().getBytes(StandardCharsets.UTF_8);
    }

    /// The structured form, as a header, beside that of the document it is about.
    public static List<Header> headers(DocumentId document, StreamError error) {
        return List.of(
                new RecordHeader(StreamHeaders.ERROR, error.within(LONGEST).asJson().getBytes(StandardCharsets.UTF_8)),
                new RecordHeader(StreamHeaders.DOCUMENT, document.value().getBytes(StandardCharsets.UTF_8)));
    }
}
