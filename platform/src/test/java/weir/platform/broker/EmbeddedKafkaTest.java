package weir.platform.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.platform.process.ChildJvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class EmbeddedKafkaTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int NEW_TOPICS = Boolean.getBoolean("weir.long") ? 400 : 20;
    private static final Topic TOPIC = Topic.kept("words", 1, Duration.ofDays(1));

    @TempDir
    private Path folder;

    private EmbeddedKafka start() {
        return EmbeddedKafka.start(folder, 0, RandomGenerator.getDefault());
    }

    private static KafkaProducer<String, String> producer(BrokerAddress address) {
        Map<String, Object> properties = address.clientProperties();
        properties.put("acks", "all");
        return new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    }

    private static List<String> read(BrokerAddress address, int count) {
        TopicPartition partition = new TopicPartition(TOPIC.name(), 0);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                address.clientProperties(), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<String> found = new ArrayList<>();
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(message -> found.add(message.value()));
            }
            assertThat(found).hasSizeGreaterThanOrEqualTo(count);
            return found;
        }
    }

    @Test
    void makesTopicsAsNamedAndKeepsThemAndTheirMessages() throws Exception {
        try (EmbeddedKafka first = start();
                Broker broker = Broker.open(first.address(), PATIENCE)) {
            assertThat(broker.ping()).isOne();
            broker.ensure(List.of(TOPIC, Topic.compacted("latest", 3)));
            try (KafkaProducer<String, String> producer = producer(first.address())) {
                producer.send(new ProducerRecord<>(TOPIC.name(), "k", "kept")).get();
            }
        }
        try (EmbeddedKafka second = start();
                Broker broker = Broker.open(second.address(), PATIENCE)) {
            assertThat(broker.topics()).contains("words", "latest");
            broker.ensure(List.of(TOPIC, Topic.compacted("latest", 5)));
            assertThat(read(second.address(), 1)).containsExactly("kept");
        }
    }

    @Test
    void takesAllThatIsWrittenToATopicThatWasMadeJustNow() throws Exception {
        try (EmbeddedKafka server = start();
                Broker broker = Broker.open(server.address(), PATIENCE);
                KafkaProducer<String, String> producer = producer(server.address());
                KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                        server.address().clientProperties(), new StringDeserializer(), new StringDeserializer())) {
            for (int round = 0; round < NEW_TOPICS; round++) {
                Topic topic = Topic.kept("new-" + round, 5, Duration.ofDays(1));
                broker.ensure(List.of(topic));
                List<Future<RecordMetadata>> sent = new ArrayList<>();
                for (int i = 0; i < 500; i++) {
                    sent.add(producer.send(new ProducerRecord<>(topic.name(), i % 5, "k", "x".repeat(1_000))));
                }
                for (Future<RecordMetadata> one : sent) {
                    one.get();
                }
                List<TopicPartition> partitions =
                        IntStream.range(0, 5).mapToObj(one -> new TopicPartition(topic.name(), one)).toList();
                assertThat(consumer.endOffsets(partitions).values()).as("%s", round).containsOnly(100L);
            }
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        try (EmbeddedKafka server = start();
                Broker stranger = Broker.open(
                        new BrokerAddress(server.address().bootstrapServers(), Map.of()), Duration.ofSeconds(3))) {
            assertThatThrownBy(stranger::ping).isInstanceOf(BrokerUnavailable.class);
        }
    }

    @Test
    void listensElsewhereWhenThePortItFoundIsTakenMeanwhile() throws Exception {
        try (ServerSocket thief = new ServerSocket();
                EmbeddedKafka server = EmbeddedKafka.start(folder, 0, new Tricked(thief));
                Broker broker = Broker.open(server.address(), PATIENCE)) {
            broker.ping();
            assertThat(thief.isBound()).isTrue();
            assertThat(server.address().bootstrapServers()).doesNotEndWith(":" + thief.getLocalPort());
        }
    }

    /// Gives the thief the first port that was found, while the second is looked for.
    private static final class Tricked implements RandomGenerator {

        private final RandomGenerator random = RandomGenerator.getDefault();
        private final ServerSocket thief;
        private int first;

        private Tricked(ServerSocket thief) {
            this.thief = thief;
        }

        @Override
        public long nextLong() {
            return random.nextLong();
        }

        @Override
        public int nextInt(int origin, int bound) {
            if (first == 0) {
                first = random.nextInt(origin, bound);
                return first;
            }
            if (!thief.isBound()) {
                try {
                    thief.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), first));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return random.nextInt(origin, bound);
        }
    }

    @Test
    void keepsWhatItAcknowledgedWhenKilled() throws Exception {
        int acknowledged = 0;
        try (ChildJvm child = ChildJvm.start(Child.class, folder)) {
            child.awaitLine("ready");
            for (int i = 0; i < 200; i++) {
                acknowledged = Integer.parseInt(child.line());
            }
            child.kill();
        }
        try (EmbeddedKafka server = start()) {
            List<String> found = read(server.address(), acknowledged);
            for (int i = 0; i < acknowledged; i++) {
                assertThat(found.get(i)).isEqualTo(Integer.toString(i + 1));
            }
        }
    }

    static final class Child {
        public static void main(String[] args) throws Exception {
            EmbeddedKafka server = EmbeddedKafka.start(Path.of(args[0]), 0, RandomGenerator.getDefault());
            try (Broker broker = Broker.open(server.address(), PATIENCE);
                    KafkaProducer<String, String> producer = producer(server.address())) {
                broker.ensure(List.of(TOPIC));
                System.out.println("ready");
                for (int i = 1; ; i++) {
                    producer.send(new ProducerRecord<>(TOPIC.name(), "k", Integer.toString(i))).get();
                    System.out.println(i);
                }
            }
        }
    }
}
