package weir.stream.topology;

import java.util.List;
import java.util.Optional;

import weir.stream.error.StreamError;
import weir.stream.message.CsvOrigin;
import weir.stream.message.DocumentId;
import weir.stream.message.MessageKeys;
import weir.stream.message.RecordHeader;
import weir.stream.message.TopicName;
import weir.stream.sif.SplitDocument;

/// What a document becomes once it is read: its objects one by one, and the word on its faults. For one document.
final class ValidatedDocument {

    private final TopicName topic;
    private final DocumentId document;
    private final long offset;
    private long ordinal;

    ValidatedDocument(TopicName topic, DocumentId document, long offset) {
        this.topic = topic;
        this.document = document;
        this.offset = offset;
    }

    /// Sends the marks of success or the faults.
    void tell(SplitDocument found, Optional<CsvOrigin> origin, Output output) {
        long number = 0;
        DocumentId about = origin.map(CsvOrigin::document).orElse(document);
        for (StreamError error : found.errors(offset, origin)) {
            output.error(StreamTopics.SIF_ERRORS, MessageKeys.received(offset, number++), about, error);
        }
    }

    /// Sends the next object.
    void send(byte[] xml, Optional<CsvOrigin> row, long total, Output output) {
        ordinal++;
        RecordHeader header = row.map(from -> new RecordHeader(topic, from.line(), from.total(), from.document()))
                .orElseGet(() -> new RecordHeader(topic, ordinal, total, document));
        output.send(
                StreamTopics.VALIDATED, MessageKeys.received(offset), header.document().value(), header.before(xml), List.of());
    }
}
