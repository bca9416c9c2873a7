package weir.stream.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import weir.platform.broker.Broker;
import weir.platform.broker.BrokerAddress;
import weir.platform.broker.EmbeddedKafka;
import weir.platform.broker.Topic;
import weir.platform.database.Database;
import weir.platform.database.DatabaseAddress;
import weir.platform.database.DatabaseSettings;
import weir.platform.database.EmbeddedPostgres;
import weir.platform.database.Migrations;
import weir.stream.topology.StreamTopics;

import static org.assertj.core.api.Assertions.assertThat;

/// A real PostgreSQL with the schemas of the streams and a real broker with their topics, in a folder.
public final class Servers implements AutoCloseable {

    public static final Migrations STREAM = new Migrations("stream", "weir/stream/migrations");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;
    private final Broker broker;
    private final KafkaProducer<byte[], byte[]> producer;

    private Servers(Path folder) {
        this.postgres = EmbeddedPostgres.start(folder.resolve("postgres"), programs(), 0, RandomGenerator.getDefault());
        this.kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0, RandomGenerator.getDefault());
        this.broker = Broker.open(kafka.address(), PATIENCE);
        Map<String, Object> properties = kafka.address().clientProperties();
        properties.put("transactional.id", "test-" + COUNT.incrementAndGet());
        properties.put("transaction.timeout.ms", "600000");
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        broker.ensure(StreamTopics.all(Duration.ofDays(1)));
    }

    public static Servers start(Path folder) {
        return new Servers(folder);
    }

    static Path programs() {
        String root = Objects.requireNonNull(System.getProperty("weir.root"), "Set -Dweir.root to the root of the repository.");
        Path programs = Path.of(root, "platform", "target", "postgres-programs");
        try {
            Files.createDirectories(programs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return programs;
    }

    public DatabaseAddress databaseAddress() {
        return postgres.address();
    }

    /// A pool of its own. Close it after use.
    public Database open() {
        return Database.open(postgres.address(), DatabaseSettings.usual(), List.of(Migrations.PLATFORM, STREAM));
    }

    public EmbeddedPostgres postgres() {
        return postgres;
    }

    public BrokerAddress brokerAddress() {
        return kafka.address();
    }

    public Broker broker() {
        return broker;
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static ProducerRecord<byte[], byte[]> message(String topic, String key, String value) {
        return new ProducerRecord<>(topic, bytes(key), bytes(value));
    }

    /// Writes messages in one transaction; returns when it is over.
    public synchronized void write(List<ProducerRecord<byte[], byte[]>> messages) {
        producer.beginTransaction();
        List<Future<?>> sent = new ArrayList<>();
        messages.forEach(message -> sent.add(producer.send(message)));
        producer.commitTransaction();
        for (Future<?> one : sent) {
            try {
                one.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// Writes messages in a transaction that is given up.
    public synchronized void giveUp(List<ProducerRecord<byte[], byte[]>> messages) {
        producer.beginTransaction();
        List<Future<?>> sent = new ArrayList<>();
        messages.forEach(message -> sent.add(producer.send(message)));
        producer.flush();
        producer.abortTransaction();
        assertThat(sent).hasSameSizeAs(messages);
    }

    @Override
    public void close() throws IOException {
        producer.close(Duration.ofSeconds(5));
        broker.close();
        kafka.close();
        postgres.close();
    }
}
