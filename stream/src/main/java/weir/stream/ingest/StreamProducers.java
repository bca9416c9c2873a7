package weir.stream.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import weir.platform.broker.BrokerAddress;
import weir.stream.message.MessageSize;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Writes to the broker: single messages, and documents of many messages in transactions. Safe for many threads.
public final class StreamProducers implements AutoCloseable {

    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(2);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final BrokerAddress broker;
    private final String process;
    private final Duration patience;
    private final Producer<byte[], byte[]> single;
    private final BlockingQueue<Slot> slots = new LinkedBlockingQueue<>();
    private final List<Slot> all = new ArrayList<>();

    /// @param process  names the transactions: no other process at the broker has it
    /// @param atOnce   transactions at once; who comes on top waits
    /// @param patience how long the broker may take to acknowledge
    public StreamProducers(BrokerAddress broker, String process, int atOnce, Duration patience) {
        this.broker = broker;
        this.process = process;
        this.patience = patience;
        this.single = new KafkaProducer<>(settings(2), new ByteArraySerializer(), new ByteArraySerializer());
        for (int number = 0; number < atOnce; number++) {
            Slot slot = new Slot(number);
            all.add(slot);
            slots.add(slot);
        }
    }

    private Map<String, Object> settings(int lingerMilliseconds) {
        Map<String, Object> settings = broker.clientProperties();
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.put("linger.ms", Integer.toString(lingerMilliseconds));
        settings.put("batch.size", Integer.toString(128 << 10));
        settings.put("compression.type", "lz4");
        settings.put("max.request.size", Integer.toString(MessageSize.DEAD_LETTER));
        settings.put("request.timeout.ms", Long.toString(patience.toMillis()));
        settings.put("delivery.timeout.ms", Long.toString(2 * patience.toMillis()));
        settings.put("max.block.ms", Long.toString(patience.toMillis()));
        return settings;
    }

    /// Sends one message and waits until the broker has it.
    /// @throws BrokerRefused when it does not take it
    public void send(String topic, String key, byte[] value, List<Header> headers) {
        try {
            single.send(new ProducerRecord<>(topic, null, key.getBytes(UTF_8), value, headers)).get(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerRefused(e);
        } catch (ExecutionException | java.util.concurrent.TimeoutException | KafkaException e) {
            throw new BrokerRefused(e);
        }
    }

    /// Writes the messages of one document.
    @FunctionalInterface
    interface Document {

        void to(Batch batch) throws IOException;
    }

    /// Writes a document in one transaction. When this returns, the broker has all of it; when it throws, nobody will ever
    /// see any of it.
    /// @throws BrokerRefused when the broker does not take it, or is busy for longer than it may be
    void send(Document document) throws IOException {
        Slot slot = free();
        try {
            slot.send(document);
        } finally {
            slots.add(slot);
        }
    }

    private Slot free() {
        try {
            Slot slot = slots.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (slot == null) {
                throw new BrokerRefused();
            }
            return slot;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerRefused(e);
        }
    }

    @Override
    public void close() {
        single.close(CLOSE);
        all.forEach(Slot::close);
    }

    /// One producer of transactions, opened when it is first needed and opened anew after a fault.
    private final class Slot {

        private final int number;
        private List<Producer<byte[], byte[]>> open = List.of();

        Slot(int number) {
            this.number = number;
        }

        void send(Document document) throws IOException {
            Producer<byte[], byte[]> producer = producer();
            boolean isDone = false;
            try {
                producer.beginTransaction();
                document.to(new Batch(producer));
                producer.commitTransaction();
                isDone = true;
            } catch (KafkaException e) {
                throw new BrokerRefused(e);
            } finally {
                if (!isDone) {
                    abort(producer);
                }
            }
        }

        private Producer<byte[], byte[]> producer() {
            if (open.isEmpty()) {
                Map<String, Object> settings = settings(5);
                settings.put("transactional.id", "weir-ingest-" + process + "-" + number);
                settings.put("transaction.timeout.ms", Long.toString(LONGEST_TRANSACTION.toMillis()));
                Producer<byte[], byte[]> made = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
                try {
                    made.initTransactions();
                } catch (KafkaException e) {
                    made.close(Duration.ZERO);
                    throw new BrokerRefused(e);
                }
                open = List.of(made);
            }
            return open.getFirst();
        }

        private void abort(Producer<byte[], byte[]> producer) {
            try {
                producer.abortTransaction();
            } catch (KafkaException e) {
                // The broker ends the transaction itself when it opens anew or its time is over.
                open = List.of();
                producer.close(Duration.ZERO);
            }
        }

        void close() {
            open.forEach(producer -> producer.close(CLOSE));
        }
    }
}
