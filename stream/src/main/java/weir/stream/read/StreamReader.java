package weir.stream.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import weir.platform.broker.BrokerAddress;
import weir.stream.message.MessageSize;

/// Opens readings of streams. Each has a connection of its own and belongs to no group, so readers do not know of each other.
/// Safe for many threads.
public final class StreamReader {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /// How long the broker holds a question back when it has nothing. Who reads to the end asks for what is there already, and
    /// would wait for the answer to its last question when it closes.
    private static final Duration SHORT_POLL = Duration.ofMillis(5);
    private static final Duration LONG_POLL = Duration.ofMillis(500);
    private static final int FETCHED_BYTES = 2 << 20;
    private static final int PARTITION_BYTES = 512 << 10;

    private final BrokerAddress broker;

    public StreamReader(BrokerAddress broker) {
        this.broker = broker;
    }

    /// Opens a reading at its start. It has to be closed.
    ///
    /// @throws UnknownStream when none of the topics is there
    /// @throws InvalidStart  when the start is a list of partitions the topics do not have
    /// @throws BrokerAway    when no broker answers
    public OpenStream open(ReadRequest request) {
        Consumer<byte[], byte[]> consumer = consumer(broker, request.isFollowed() ? LONG_POLL : SHORT_POLL);
        boolean isOpen = false;
        try {
            List<TopicPartition> partitions = partitions(consumer, request.topics());
            List<String> names = partitions.stream().map(one -> name(one, request)).toList();
            if (!request.start().fits(Set.copyOf(names))) {
                throw new InvalidStart();
            }
            consumer.assign(partitions);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            OpenStream stream = new OpenStream(broker, consumer, partitions, new Places(names), ends, request);
            for (int i = 0; i < partitions.size(); i++) {
                TopicPartition partition = partitions.get(i);
                long begin = begins.getOrDefault(partition, 0L);
                long end = ends.getOrDefault(partition, 0L);
                stream.seek(i, request.start().of(names.get(i)).map(wanted -> Math.clamp(wanted, begin, Math.max(begin, end))).orElse(end));
            }
            isOpen = true;
            return stream;
        } catch (KafkaException e) {
            throw new BrokerAway(broker, e);
        } finally {
            if (!isOpen) {
                consumer.close();
            }
        }
    }

    /// A connection that belongs to no group and sees what was committed.
    static Consumer<byte[], byte[]> consumer(BrokerAddress broker) {
        return consumer(broker, SHORT_POLL);
    }

    private static Consumer<byte[], byte[]> consumer(BrokerAddress broker, Duration longPoll) {
        Map<String, Object> properties = broker.clientProperties();
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        properties.put("allow.auto.create.topics", "false");
        properties.put("default.api.timeout.ms", Long.toString(PATIENCE.toMillis()));
        properties.put("request.timeout.ms", Long.toString(PATIENCE.toMillis()));
        properties.put("fetch.max.wait.ms", Long.toString(longPoll.toMillis()));
        properties.put("fetch.max.bytes", Integer.toString(FETCHED_BYTES));
        properties.put("max.partition.fetch.bytes", Integer.toString(PARTITION_BYTES));
        properties.put("max.poll.records", Integer.toString(MessageSize.READ_AT_ONCE));
        properties.put("metric.reporters", "");
        properties.put("enable.metrics.push", "false");
        try {
            return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw new BrokerAway(broker, e);
        }
    }

    /// Those of the topics that are there, partition by partition.
    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, List<String> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .sorted((a, b) -> Integer.compare(a.partition(), b.partition()))
                    .forEach(partitions::add);
        }
        if (partitions.isEmpty()) {
            throw new UnknownStream(topics.getFirst());
        }
        return partitions;
    }

    private static String name(TopicPartition partition, ReadRequest request) {
        return request.topics().size() == 1
                ? Integer.toString(partition.partition())
                : partition.topic() + ":" + partition.partition();
    }
}
