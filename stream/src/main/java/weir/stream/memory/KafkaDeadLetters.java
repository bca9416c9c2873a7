package weir.stream.memory;

import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import weir.platform.broker.BrokerAddress;
import weir.stream.message.MessageSize;
import weir.stream.topology.DeadLetter;
import weir.stream.topology.StreamTopics;

/// Keeps what cannot be processed on the topic of dead letters. Safe for many threads.
public final class KafkaDeadLetters implements DeadLetters, AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;

    public KafkaDeadLetters(BrokerAddress broker) {
        Map<String, Object> properties = broker.clientProperties();
        properties.put("client.id", "weir-memory-dead-letters");
        properties.put("acks", "all");
        properties.put("max.request.size", Integer.toString(MessageSize.DEAD_LETTER));
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /// @throws NotSent when no broker has taken it
    @Override
    public void add(String topic, int partition, long offset, byte[] key, byte[] value, String service, String reason) {
        DeadLetter letter = new DeadLetter(topic, partition, offset, service, reason);
        try {
            producer.send(new ProducerRecord<>(StreamTopics.DEAD, null, key, value, letter.headers())).get();
        } catch (ExecutionException e) {
            throw new NotSent(StreamTopics.DEAD, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSent(StreamTopics.DEAD, e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
