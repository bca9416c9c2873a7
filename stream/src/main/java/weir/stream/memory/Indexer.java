package weir.stream.memory;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import weir.stream.graph.GraphTuple;
import weir.stream.memory.store.Intake;
import weir.stream.topology.StreamHeaders;

/// Indexes the tuples of `sms.indexer`.
///
/// A tuple that was made of an object says in the header [StreamHeaders#FROM] where the object stands, so that both have one [Version]. The
/// header [StreamHeaders#CHANGE] says that a tuple takes back what it would have added.
final class Indexer implements Reading {


    /// The object of this id is deleted, with what it says.
    static final String DELETED = "deleted";

    /// The tie or the equivalences are taken back.
    static final String WITHDRAWN = "withdrawn";

    @Override
    public String service() {
        return "indexer";
    }

    @Override
    public void read(ConsumerRecord<byte[], byte[]> message, Intake intake) {
        GraphTuple tuple = GraphTuple.parse(new String(message.value(), StandardCharsets.UTF_8));
        switch (header(message, StreamHeaders.CHANGE)) {
            case DELETED -> intake.delete(Ids.fit(tuple.id()), version(message));
            case WITHDRAWN -> Statements.withdraw(tuple, intake);
            default -> Statements.add(tuple, version(message), intake);
        }
    }

    private static Version version(ConsumerRecord<byte[], byte[]> message) {
        String[] from = header(message, StreamHeaders.FROM).split("-", -1);
        int last = from.length - 1;
        if (last >= 2 && from[last].matches("\\d{1,18}") && from[last - 1].matches("\\d{1,4}")) {
            return Version.of(message.timestamp(), Integer.parseInt(from[last - 1]), Long.parseLong(from[last]));
        }
        return Version.of(message.timestamp(), message.partition(), message.offset());
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        @Nullable Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
