package weir.stream.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import weir.platform.broker.BrokerAddress;
import weir.stream.message.MessageSize;
import weir.stream.topology.StreamTopics;

/// Sends dead letters back to the topics they came from.
///
/// Where one replay has ended, the next begins: the offsets of the group `weir-replay` say so. With a service named, letters of
/// other services are put at the end of the dead letters again. What is sent back bears the header `weir-only` with the service it
/// is for: the other services that read the topic have had it, and pass over it. Of two replays at once, the later ends the earlier. A letter
/// that does not say where it came from, names a topic that is not there, or has grown too large for it, stays.
public final class Replay {

    private static final String GROUP = "weir-replay";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int SILENT_POLLS = 60;

    private final BrokerAddress broker;

    public Replay(BrokerAddress broker) {
        this.broker = broker;
    }

    /// Sends back what lies there now.
    /// @return what was met, kind by kind
    /// @throws ReplayFailed when the broker does not answer, or another replay begins
    public List<Replayed> run(ReplayRequest request) {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            if (request.isDry()) {
                return new Round(consumer, Optional.empty(), request).run();
            }
            try (Producer<byte[], byte[]> producer = producer()) {
                producer.initTransactions();
                return new Round(consumer, Optional.of(producer), request).run();
            }
        } catch (KafkaException e) {
            throw new ReplayFailed(e);
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> properties = broker.clientProperties();
        properties.put("group.id", GROUP);
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        properties.put("allow.auto.create.topics", "false");
        properties.put("max.poll.records", Integer.toString(MessageSize.READ_AT_ONCE));
        properties.put("default.api.timeout.ms", Long.toString(PATIENCE.toMillis()));
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Producer<byte[], byte[]> producer() {
        Map<String, Object> properties = broker.clientProperties();
        properties.put("transactional.id", GROUP);
        properties.put("max.block.ms", Long.toString(PATIENCE.toMillis()));
        properties.put("max.request.size", Integer.toString(MessageSize.DEAD_LETTER));
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /// One replay. For one thread.
    private static final class Round {

        private final Consumer<byte[], byte[]> consumer;
        private final Optional<Producer<byte[], byte[]>> producer;
        private final ReplayRequest request;
        private final Map<String, Integer> partitions = new HashMap<>();
        private final Map<Replayed, Long> met = new HashMap<>();
        private final Map<TopicPartition, Long> ends = new HashMap<>();

        Round(Consumer<byte[], byte[]> consumer, Optional<Producer<byte[], byte[]>> producer, ReplayRequest request) {
            this.consumer = consumer;
            this.producer = producer;
            this.request = request;
        }

        List<Replayed> run() {
            List<TopicPartition> letters = consumer.partitionsFor(StreamTopics.DEAD).stream()
                    .map(one -> new TopicPartition(StreamTopics.DEAD, one.partition()))
                    .toList();
            consumer.assign(letters);
            ends.putAll(consumer.endOffsets(letters));
            seek(letters);
            int silent = 0;
            while (letters.stream().anyMatch(one -> !isRead(one))) {
                ConsumerRecords<byte[], byte[]> found = consumer.poll(POLL);
                silent = found.isEmpty() ? silent + 1 : 0;
                if (silent > SILENT_POLLS) {
                    throw new KafkaException("The broker sends nothing.");
                }
                if (!found.isEmpty()) {
                    handle(found);
                }
            }
            List<Replayed> counted = new ArrayList<>();
            met.forEach((kind, count) ->
                    counted.add(new Replayed(kind.topic(), kind.service(), kind.reason(), kind.isSent(), count)));
            return counted;
        }

        private void seek(List<TopicPartition> letters) {
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(letters);
            Map<TopicPartition, OffsetAndMetadata> noted = consumer.committed(Set.copyOf(letters));
            for (TopicPartition letter : letters) {
                long begin = begins.getOrDefault(letter, 0L);
                long end = ends.getOrDefault(letter, 0L);
                @SuppressWarnings("NullAway") // The library maps a partition without a note to null.
                Optional<Long> last = Optional.ofNullable(noted.get(letter)).map(OffsetAndMetadata::offset);
                long wanted = request.from()
                        .map(start -> start.of(Integer.toString(letter.partition())).orElse(end))
                        .or(() -> last)
                        .orElse(begin);
                consumer.seek(letter, Math.clamp(wanted, begin, Math.max(begin, end)));
            }
        }

        private boolean isRead(TopicPartition letters) {
            boolean isRead = consumer.position(letters) >= ends.getOrDefault(letters, 0L);
            if (isRead) {
                consumer.pause(List.of(letters));
            }
            return isRead;
        }

        private void handle(ConsumerRecords<byte[], byte[]> found) {
            producer.ifPresent(Producer::beginTransaction);
            Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
            for (TopicPartition partition : found.partitions()) {
                long end = ends.getOrDefault(partition, 0L);
                for (ConsumerRecord<byte[], byte[]> message : found.records(partition)) {
                    if (message.offset() < end) {
                        handle(new Letter(message));
                    }
                }
                next.put(partition, new OffsetAndMetadata(Math.min(end, consumer.position(partition))));
            }
            producer.ifPresent(to -> {
                to.sendOffsetsToTransaction(next, consumer.groupMetadata());
                to.commitTransaction();
            });
        }

        private void handle(Letter letter) {
            int known = partitions.computeIfAbsent(letter.topic(), this::count);
            boolean isWanted = request.service().map(letter.service()::equals).orElse(true);
            boolean isSent = isWanted && known > 0 && letter.fits();
            met.merge(new Replayed(letter.topic(), letter.service(), letter.reason(), isSent, 0), 1L, Long::sum);
            producer.ifPresent(to -> {
                var unused = to.send(isSent ? letter.back(known) : letter.again());
            });
        }

        /// How many partitions a topic has; 0 when there is none, or it is that of the dead letters.
        private int count(String topic) {
            boolean isName = topic.matches("[A-Za-z0-9._-]{1,249}") && !topic.equals(StreamTopics.DEAD);
            return isName ? consumer.partitionsFor(topic).size() : 0;
        }
    }
}
