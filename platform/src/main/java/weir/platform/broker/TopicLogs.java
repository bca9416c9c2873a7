package weir.platform.broker;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// Whole topics, read and written message by message, for backups. Offsets of messages and of groups are not carried
/// over: where messages were deleted, later ones move up. For one thread.
public final class TopicLogs implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int LARGEST_REQUEST = 32 << 20;

    private final BrokerAddress address;
    private final Admin admin;

    private TopicLogs(BrokerAddress address, Admin admin) {
        this.address = address;
        this.admin = admin;
    }

    public static TopicLogs open(BrokerAddress address) {
        Map<String, Object> properties = address.clientProperties();
        properties.put("client.id", "weir-topics");
        properties.put("default.api.timeout.ms", Long.toString(PATIENCE.toMillis()));
        return new TopicLogs(address, Admin.create(properties));
    }

    /// Takes a message.
    @FunctionalInterface
    public interface Sink {

        void take(LoggedMessage message) throws IOException;
    }

    /// Gives the next message, or nothing at the end.
    @FunctionalInterface
    public interface Source {

        @Nullable LoggedMessage next() throws IOException;
    }

    /// Where each partition of each topic ends now, without Kafka's own topics.
    /// @throws BrokerUnavailable when no broker answers
    public SortedMap<String, Map<Integer, Long>> ends() {
        SortedMap<String, Map<Integer, Long>> ends = new TreeMap<>();
        Map<String, TopicDescription> topics = await(admin.describeTopics(await(admin.listTopics().names())).allTopicNames());
        topics.forEach((name, topic) -> {
            List<TopicPartition> partitions =
                    topic.partitions().stream().map(one -> new TopicPartition(name, one.partition())).toList();
            var latest = admin.listOffsets(partitions.stream().collect(Collectors.toMap(one -> one, _ -> OffsetSpec.latest())));
            Map<Integer, Long> found = new TreeMap<>();
            await(latest.all()).forEach((partition, end) -> found.put(partition.partition(), end.offset()));
            ends.put(name, found);
        });
        return ends;
    }

    /// What was set for a topic beyond the usual.
    public SortedMap<String, String> configuration(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        SortedMap<String, String> found = new TreeMap<>();
        await(admin.describeConfigs(List.of(resource)).all()).values().forEach(config -> config.entries().stream()
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .forEach(entry -> found.put(entry.name(), entry.value())));
        return found;
    }

    /// Reads a topic from its beginning up to some offsets; of transactions only what was committed.
    /// @param ends of every partition, the offset of the first message that is not wanted
    /// @return how many messages
    public long read(String topic, Map<Integer, Long> ends, Sink sink) throws IOException {
        Map<String, Object> properties = address.clientProperties();
        properties.put("isolation.level", "read_committed");
        properties.put("max.poll.records", "50");
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = ends.keySet().stream().map(one -> new TopicPartition(topic, one)).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long count = 0;
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one.partition(), 0L))) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                    if (message.offset() < ends.getOrDefault(message.partition(), 0L)) {
                        sink.take(logged(message));
                        count++;
                    }
                }
            }
            return count;
        } catch (KafkaException e) {
            throw new BrokerUnavailable(address, e);
        }
    }

    private static LoggedMessage logged(ConsumerRecord<byte[], byte[]> message) {
        List<LoggedMessage.Header> headers = Arrays.stream(message.headers().toArray())
                .map(header -> new LoggedMessage.Header(header.key(), header.value()))
                .toList();
        return new LoggedMessage(message.partition(), message.timestamp(), message.key(), message.value(), headers);
    }

    /// @throws BrokerUnavailable when it cannot be made
    public void make(String topic, int partitions, Map<String, String> configuration) {
        await(admin.createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(configuration)))
                .all());
    }

    /// Writes messages to the partitions they name, in their order.
    /// @return how many, all of them acknowledged
    public long write(String topic, Source source) throws IOException {
        Map<String, Object> properties = address.clientProperties();
        properties.put("acks", "all");
        properties.put("enable.idempotence", "true");
        properties.put("compression.type", "lz4");
        // What a topic held it takes again; only the topic limits a message here.
        properties.put("max.request.size", Integer.toString(LARGEST_REQUEST));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            Queue<Exception> refused = new ConcurrentLinkedQueue<>();
            long count = 0;
            for (LoggedMessage message = source.next(); message != null && refused.isEmpty(); message = source.next()) {
                ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>(
                        topic, message.partition(), message.timestamp(), message.key(), message.value());
                message.headers().forEach(header -> sent.headers().add(new RecordHeader(header.name(), header.value())));
                Future<RecordMetadata> unused = producer.send(sent, (_, failure) -> Optional.ofNullable(failure).ifPresent(refused::add));
                count++;
            }
            producer.flush();
            if (!refused.isEmpty()) {
                throw new BrokerUnavailable(address, refused.element());
            }
            return count;
        } catch (KafkaException e) {
            throw new BrokerUnavailable(address, e);
        }
    }

    private <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new BrokerUnavailable(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable(address, e);
        }
    }

    @Override
    public void close() {
        admin.close(PATIENCE);
    }
}
