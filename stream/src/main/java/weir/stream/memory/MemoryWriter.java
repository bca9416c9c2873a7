package weir.stream.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import weir.platform.broker.BrokerAddress;
import weir.platform.database.Database;
import weir.platform.health.HealthCheck;
import weir.stream.memory.store.Packing;
import weir.stream.message.MessageSize;
import weir.stream.topology.StreamTopics;

/// Takes what the streams say into the memory: objects, JSON messages, tuples and rows of OneRoster, each topic by a thread of its
/// own. Any number of processes share the partitions; each message is taken in once, whichever of them dies.
///
/// The topics must be there. While the database or the broker is away it waits, and nothing is lost.
public final class MemoryWriter implements AutoCloseable {

    /// What the names of its groups on the broker begin with; each service has one.
    public static final String GROUP = "weir-memory";

    private static final int PATIENCE_SECONDS = 10;

    private final BrokerAddress broker;
    private final Admin admin;
    private final List<MemoryLoop> loops = new ArrayList<>();
    private final List<Packing> packings = new ArrayList<>();

    /// @param random for the pauses between tries
    public MemoryWriter(Database database, BrokerAddress broker, DeadLetters deadLetters, RandomGenerator random) {
        this.broker = broker;
        Map<String, Object> properties = broker.clientProperties();
        properties.put("client.id", GROUP + "-admin");
        this.admin = Admin.create(properties);
        Map<String, Reading> readings = new LinkedHashMap<>();
        readings.put(StreamTopics.PROCESSED, new SifStorage(packing()));
        readings.put(StreamTopics.INDEXER, new Indexer());
        readings.put(StreamTopics.JSON_STORAGE, new JsonStorage(packing()));
        readings.put(StreamTopics.ONE_ROSTER, new OneRosterIntake(packing()));
        readings.forEach((topic, reading) -> loops.add(
                new MemoryLoop(topic, reading, database, consumer(reading), this::logOf, deadLetters, random)));
    }

    private Packing packing() {
        Packing packing = new Packing();
        packings.add(packing);
        return packing;
    }

    private KafkaConsumer<byte[], byte[]> consumer(Reading reading) {
        Map<String, Object> properties = broker.clientProperties();
        properties.put("group.id", GROUP + "-" + reading.service());
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        properties.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        properties.put("session.timeout.ms", "10000");
        properties.put("max.poll.records", Integer.toString(MessageSize.READ_AT_ONCE));
        properties.put("fetch.max.bytes", Integer.toString(2 * MessageSize.TOPIC));
        properties.put("max.partition.fetch.bytes", Integer.toString(MessageSize.TOPIC));
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /// A topic that was made anew has another id, and offsets of its own.
    private String logOf(String topic) {
        try {
            Map<String, TopicDescription> found =
                    admin.describeTopics(List.of(topic)).allTopicNames().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return String.valueOf(Optional.ofNullable(found.get(topic)).orElseThrow().topicId());
        } catch (ExecutionException | TimeoutException e) {
            throw new TopicUnknown(topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicUnknown(topic, e);
        }
    }

    /// Begins to take in.
    public void start() {
        loops.forEach(MemoryLoop::start);
    }

    /// Fails while something cannot be taken in.
    public HealthCheck health() {
        return new HealthCheck("memory", () -> loops.stream()
                .map(MemoryLoop::trouble)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(trouble -> {
                    throw new IllegalStateException(trouble);
                }));
    }

    /// How many messages wait to be taken in by this process, about.
    public long lag() {
        return loops.stream().mapToLong(MemoryLoop::lag).sum();
    }

    /// How many messages this process has taken in.
    public long taken() {
        return loops.stream().mapToLong(MemoryLoop::taken).sum();
    }

    /// How many messages this process could not take in and gave to the dead letters.
    public long deadLetters() {
        return loops.stream().mapToLong(MemoryLoop::deadLettered).sum();
    }

    /// Finishes what is under way and gives the partitions back.
    @Override
    public void close() {
        loops.forEach(MemoryLoop::close);
        packings.forEach(Packing::close);
        admin.close();
    }
}
