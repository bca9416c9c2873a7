package weir.stream.memory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import weir.platform.broker.BrokerAddress;
import weir.stream.graph.GraphTuple;
import weir.stream.message.MessageSize;
import weir.stream.topology.StreamHeaders;
import weir.stream.topology.StreamTopics;

/// Sends what people say of the graph to the index, all with one key, so that it is taken in in the order in which it was said.
/// When a method returns, the broker has it; the graph shows it a moment later. Doing it again changes nothing. Safe for many
/// threads.
public final class GraphChanges implements AutoCloseable {

    private static final byte[] KEY = bytes("indexed");

    private final KafkaProducer<byte[], byte[]> producer;

    public GraphChanges(BrokerAddress broker) {
        Map<String, Object> properties = broker.clientProperties();
        properties.put("client.id", "weir-memory-changes");
        properties.put("acks", "all");
        properties.put("enable.idempotence", "true");
        properties.put("linger.ms", "0");
        properties.put("max.request.size", Integer.toString(MessageSize.TOPIC));
        properties.put("delivery.timeout.ms", "20000");
        properties.put("request.timeout.ms", "10000");
        properties.put("max.block.ms", "10000");
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /// Says what tuples say.
    ///
    /// @throws NotSent when no broker has taken all of them; those that were taken stand
    public void say(List<GraphTuple> tuples) {
        send(tuples, "");
    }

    /// Takes back what tuples have said.
    public void withdraw(List<GraphTuple> tuples) {
        send(tuples, Indexer.WITHDRAWN);
    }

    /// Deletes an object with what it says of others. What people have declared of it stays.
    public void delete(String id) {
        send(List.of(GraphTuple.tie(id, List.of())), Indexer.DELETED);
    }

    private void send(List<GraphTuple> tuples, String change) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (GraphTuple tuple : tuples) {
            ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(StreamTopics.INDEXER, KEY, bytes(tuple.asJson()));
            if (!change.isEmpty()) {
                message.headers().add(StreamHeaders.CHANGE, bytes(change));
            }
            sent.add(producer.send(message));
        }
        for (Future<RecordMetadata> one : sent) {
            await(one);
        }
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new NotSent(StreamTopics.INDEXER, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSent(StreamTopics.INDEXER, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
