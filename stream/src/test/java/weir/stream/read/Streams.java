package weir.stream.read;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import weir.platform.broker.Broker;
import weir.platform.broker.BrokerAddress;
import weir.platform.broker.EmbeddedKafka;
import weir.platform.broker.Topic;

/// A real broker with topics, and a producer that writes in transactions as the services do.
public final class Streams implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EmbeddedKafka kafka;
    private final Broker broker;
    private final KafkaProducer<byte[], byte[]> producer;

    private Streams(EmbeddedKafka kafka) {
        this.kafka = kafka;
        this.broker = Broker.open(kafka.address(), PATIENCE);
        Map<String, Object> properties = kafka.address().clientProperties();
        properties.put("transactional.id", "test");
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    public static Streams start(Path folder) {
        return new Streams(EmbeddedKafka.start(folder, 0, RandomGenerator.getDefault()));
    }

    public BrokerAddress address() {
        return kafka.address();
    }

    public Broker broker() {
        return broker;
    }

    /// Makes topics of five partitions.
    public void make(String... names) {
        make(5, names);
    }

    public void make(int partitions, String... names) {
        broker.ensure(List.of(names).stream().map(name -> Topic.kept(name, partitions, Duration.ofDays(1))).toList());
    }

    /// A message to be written.
    public static ProducerRecord<byte[], byte[]> message(String topic, int partition, String key, String value) {
        return new ProducerRecord<>(topic, partition, bytes(key), bytes(value));
    }

    /// The same where its key says which partition.
    public static ProducerRecord<byte[], byte[]> message(String topic, String key, String value) {
        return new ProducerRecord<>(topic, bytes(key), bytes(value));
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Writes messages in one transaction; returns when it is over.
    @SafeVarargs
    @SuppressWarnings("varargs") // The list only reads the array.
    public final void write(ProducerRecord<byte[], byte[]>... messages) throws InterruptedException, ExecutionException {
        write(List.of(messages));
    }

    public void write(List<ProducerRecord<byte[], byte[]>> messages) throws InterruptedException, ExecutionException {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> message : messages) {
            sent.add(producer.send(message));
        }
        producer.commitTransaction();
        Map<TopicPartition, Long> behind = new HashMap<>();
        for (Future<RecordMetadata> one : sent) {
            RecordMetadata place = one.get();
            behind.merge(new TopicPartition(place.topic(), place.partition()), place.offset() + 1, Math::max);
        }
        awaitSeen(behind);
    }

    /// The broker answers that a transaction is over before it has told all partitions so: readers see its messages a moment later.
    private void awaitSeen(Map<TopicPartition, Long> behind) {
        Map<String, Object> properties = kafka.address().clientProperties();
        properties.put("isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> reader =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> {
                Map<TopicPartition, Long> seen = reader.endOffsets(behind.keySet());
                return behind.entrySet().stream().allMatch(one -> seen.getOrDefault(one.getKey(), 0L) >= one.getValue());
            });
        }
    }

    /// Writes messages in a transaction that is given up.
    public void writeAndAbort(List<ProducerRecord<byte[], byte[]>> messages) throws InterruptedException, ExecutionException {
        producer.beginTransaction();
        for (ProducerRecord<byte[], byte[]> message : messages) {
            producer.send(message).get();
        }
        producer.abortTransaction();
    }

    @Override
    public void close() {
        producer.close();
        broker.close();
        kafka.close();
    }
}
