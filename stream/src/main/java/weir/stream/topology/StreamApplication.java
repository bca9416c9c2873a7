package weir.stream.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.engine.pipeline.FolderTree;
import weir.platform.broker.BrokerAddress;
import weir.platform.health.HealthCheck;
import weir.stream.message.MessageSize;

/// The one Kafka Streams application: all services of the streams, exactly once. Processes that run it share the partitions.
public final class StreamApplication implements AutoCloseable {

    /// The group of its consumers, and the beginning of the names of its transactions.
    public static final String ID = "weir-stream";

    private static final Logger LOG = LoggerFactory.getLogger(StreamApplication.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_DOCUMENT = Duration.ofMinutes(10);
    /// Begins once a document is known to be valid. Whoever died in one holds its readers up for so long, unless it comes back.
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(2);
    private static final Duration GONE = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 20;

    private final KafkaStreams streams;
    private final Duration stopWait;
    private final Setbacks setbacks;
    private final Tally tally;

    private StreamApplication(KafkaStreams streams, Duration stopWait, Setbacks setbacks, Tally tally) {
        this.streams = streams;
        this.stopWait = stopWait;
        this.setbacks = setbacks;
        this.tally = tally;
    }

    /// How it runs.
    ///
    /// @param threads  of this process
    /// @param folder   for what it keeps while it works: values of records. It is this process's own, and is emptied
    /// @param stopWait how long its threads may take to stop
    /// @param nanos    a clock for time spans, as `System::nanoTime` is
    public record Usage(int threads, Path folder, Duration stopWait, LongSupplier nanos) {}

    /// Starts it. It takes up its work by itself, and goes on when the broker or the database comes back.
    ///
    /// @throws weir.platform.broker.BrokerUnavailable when the topics cannot be made
    public static StreamApplication start(BrokerAddress broker, KnownStreams known, StreamRules rules, Usage usage) {
        known.ensureFixed();
        Path spools = emptied(usage.folder().resolve("spool"));
        Setbacks setbacks = new Setbacks(usage.nanos());
        Tally tally = new Tally();
        KafkaStreams streams = new KafkaStreams(
                StreamTopology.of(rules, known, broker, new ObjectSpool.Place(spools), tally), properties(broker, usage));
        streams.setUncaughtExceptionHandler(failure -> {
            setbacks.add();
            LOG.warn("The streams pause for a second and go on where they were. failure={}", root(failure).getClass().getSimpleName());
            LockSupport.parkNanos(PAUSE.toNanos());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        streams.start();
        return new StreamApplication(streams, usage.stopWait(), setbacks, tally);
    }

    private static Path emptied(Path folder) {
        try {
            return FolderTree.emptied(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The streams have no place for their files.", e);
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null || cause == failure ? failure : root(cause);
    }

    private static Properties properties(BrokerAddress broker, Usage usage) {
        Map<String, Object> settings = broker.clientProperties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, ID);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, usage.threads());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, usage.folder().resolve("state").toString());
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100L);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), (int) LONGEST_DOCUMENT.toMillis());
        // A process that was killed is out of the group after this time; until then nobody has its partitions.
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int) GONE.toMillis());
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), (int) GONE.toMillis() / 4);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), MessageSize.TOPIC);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), 2 * MessageSize.TOPIC);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), MessageSize.READ_AT_ONCE);
        settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 200);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), (int) LONGEST_TRANSACTION.toMillis());
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MessageSize.DEAD_LETTER);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 << 10);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    /// Whether it works, or is about to.
    public boolean isAlive() {
        return streams.state().isRunningOrRebalancing() || streams.state() == KafkaStreams.State.CREATED;
    }

    /// Fails when it has stopped, or breaks off again and again.
    public HealthCheck health() {
        return new HealthCheck("streams", () -> {
            if (!isAlive()) {
                throw new IllegalStateException("The services of the streams do not run. What was posted is kept on the broker: start"
                        + " this process again.");
            }
            if (setbacks.areTooMany()) {
                throw new IllegalStateException("The services of the streams break off again and again. What was posted is kept on the"
                        + " broker: the log names the failure.");
            }
        });
    }

    /// How many messages wait for the services of this process, about.
    public long lag() {
        return streams.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("records-lag"))
                .map(Metric::metricValue)
                .filter(Double.class::isInstance)
                .mapToLong(lag -> Math.round((Double) lag))
                .sum();
    }

    /// How many messages the services of this process have processed, those that were done again counted again.
    public long processed() {
        return tally.allProcessed();
    }

    /// How often its work broke off and began again.
    public long setbacks() {
        return setbacks.all();
    }

    /// How many messages its services gave to the dead letters.
    public long deadLetters() {
        return tally.allDeadLetters();
    }

    /// Whether it has its partitions and works.
    public boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /// Waits until it has its partitions.
    public boolean awaitRunning(Duration patience) throws InterruptedException {
        for (long waited = 0; !isRunning() && waited < patience.toMillis(); waited += LOOK_MILLIS) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return isRunning();
    }

    /// Finishes what it has read, gives its partitions back and stops.
    @Override
    public void close() {
        streams.close(CloseOptions.timeout(stopWait)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }
}
