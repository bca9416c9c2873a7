package weir.stream.topology;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import weir.platform.broker.BrokerAddress;
import weir.platform.database.Database;
import weir.stream.ingest.Intake;
import weir.stream.ingest.StreamProducers;
import weir.stream.memory.Servers;
import weir.stream.message.TopicName;
import weir.stream.privacy.PrivacyFilter;
import weir.stream.privacy.SensitivityFile;
import weir.stream.registration.PlatformStudentId;
import weir.stream.registration.SchoolList;
import weir.stream.registration.SrmRules;
import weir.stream.registration.SrmSettings;
import weir.stream.registration.UniqueIds;
import weir.stream.registration.store.StoredPlatformIds;
import weir.stream.registration.store.StoredReports;
import weir.stream.registration.store.StoredStudents;
import weir.stream.sif.SifLimits;
import weir.stream.sif.SifSchema;
import weir.stream.sif.SifSplitter;

/// The stream application on a real broker and a real database, in a folder.
public final class RunningStreams implements AutoCloseable {

    public static final Year TEST_YEAR = Year.of(2017);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final BrokerAddress address;
    private final Database database;
    private final Intake intake;
    private final StreamApplication application;

    private RunningStreams(Path folder) throws IOException, InterruptedException {
        Servers servers = opened(Servers.start(folder));
        address = servers.brokerAddress();
        database = opened(servers.open());
        KnownStreams streams = new KnownStreams(servers.broker(), Duration.ofDays(7), 100);
        application = opened(StreamApplication.start(
                address, streams, rules(database), new StreamApplication.Usage(1, folder.resolve("work"), Duration.ofSeconds(10), System::nanoTime)));
        StreamProducers producers = opened(new StreamProducers(address, "test", 2, PATIENCE));
        intake = new Intake(producers, streams, RandomGenerator.getDefault(), false);
        if (!application.awaitRunning(Duration.ofSeconds(60))) {
            throw new IllegalStateException("The stream application did not start.");
        }
    }

    static RunningStreams in(Path folder) throws IOException, InterruptedException {
        return new RunningStreams(folder);
    }

    static StreamRules rules(Database database) throws IOException {
        return new StreamRules(
                new SifSplitter(SifSchema.registration(), SifLimits.DEFAULT),
                new PrivacyFilter(SensitivityFile.shipped()),
                new SrmRules(new SrmSettings(TEST_YEAR, new SchoolList(Map.of("48096", "QLD", "47089", "QLD")))),
                new UniqueIds(new StoredStudents(database), UniqueIds.Reach.SCHOOL),
                new StoredReports(database),
                Optional.of(new StoredPlatformIds(database, PlatformStudentId.Form.LONG, 1)));
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    Intake intake() {
        return intake;
    }

    BrokerAddress broker() {
        return address;
    }

    Database database() {
        return database;
    }

    /// The messages of a topic that are committed and fit, once there are so many; fewer when a minute is over.
    List<ConsumerRecord<String, String>> read(String topic, int count, Predicate<String> fits) {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<ConsumerRecord<String, String>> found = new ArrayList<>();
            long until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (consumer.assignment().isEmpty() && System.nanoTime() < until) {
                consumer.assign(consumer.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList());
            }
            consumer.seekToBeginning(consumer.assignment());
            while (found.size() < count && System.nanoTime() < until) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(200))) {
                    if (fits.test(message.value())) {
                        found.add(message);
                    }
                }
            }
            return found;
        }
    }

    private KafkaConsumer<String, String> consumer() {
        Map<String, Object> properties = address.clientProperties();
        properties.put("isolation.level", "read_committed");
        return new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
    }

    /// The values of a topic that fit.
    List<String> values(String topic, int count, Predicate<String> fits) {
        return read(topic, count, fits).stream().map(ConsumerRecord::value).toList();
    }

    /// The values of a topic.
    List<String> values(String topic, int count) {
        return values(topic, count, _ -> true);
    }

    /// The values that fit of all messages that are committed now.
    List<String> all(String topic, Predicate<String> fits) {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<String> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> found.add(message.value()));
            }
            return found.stream().filter(fits).toList();
        }
    }

    /// How many messages lie on a topic for those who read only what is committed; 0 when there is no such topic.
    long count(String topic) {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
        }
    }

    static TopicName stream(String name) {
        return TopicName.parse(name);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Path folder(Path parent, String name) throws IOException {
        return Files.createDirectories(parent.resolve(name));
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("A part of the streams did not stop.", e);
            }
        }
    }
}
