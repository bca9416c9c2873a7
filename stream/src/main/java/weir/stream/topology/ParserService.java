package weir.stream.topology;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.kafka.common.header.internals.RecordHeader;
import weir.stream.graph.GraphTuple;
import weir.stream.graph.TupleParser;
import weir.stream.message.MessageKeys;

/// `sif-parser`: writes what an object says of itself and of others. Source: facts of stream, section 4.
final class ParserService implements StreamService {

    private final TupleParser parser = new TupleParser();

    @Override
    public void serve(Message message, Output output) {
        int from = weir.stream.message.RecordHeader.length(message.value());
        if (Comments.isComment(message.value(), from)) {
            return;
        }
        GraphTuple tuple = parser.parse(message.value(), from);
        output.send(
                StreamTopics.INDEXER, MessageKeys.received(message.offset()), tuple.id(),
                tuple.asJson().getBytes(StandardCharsets.UTF_8),
                List.of(new RecordHeader(StreamHeaders.FROM, message.toString().getBytes(StandardCharsets.UTF_8))));
    }
}
