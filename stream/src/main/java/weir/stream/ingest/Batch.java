package weir.stream.ingest;

import java.util.List;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import weir.stream.message.DocumentId;
import weir.stream.message.MessageSize;
import weir.stream.topology.Partitioning;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The messages of one document, which the broker takes all together or not at all. For one thread.
final class Batch {

    private final Producer<byte[], byte[]> producer;

    Batch(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /// Adds a message to the partition that all of one document share. It may still be on its way when this returns: a fault
    /// comes to light with the end of the batch.
    /// @throws weir.stream.message.MessageTooLarge when it is larger than messages may be
    void add(String topic, DocumentId document, String key, byte[] value, List<Header> headers) {
        var unused = addAndTell(topic, document, key, value, headers);
    }

    /// The same for a message whose place is asked for.
    Future<RecordMetadata> addAndTell(String topic, DocumentId document, String key, byte[] value, List<Header> headers) {
        byte[] sentKey = key.getBytes(UTF_8);
        MessageSize.check(sentKey, value, headers);
        int partition = Partitioning.partition(document.value(), producer.partitionsFor(topic).size());
        return producer.send(new ProducerRecord<>(topic, partition, sentKey, value, headers));
    }
}
