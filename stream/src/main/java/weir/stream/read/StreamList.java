package weir.stream.read;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import weir.platform.broker.BrokerAddress;
import weir.stream.message.InvalidTopicName;
import weir.stream.message.TopicName;

/// Tells which streams there are and how much is in them, from the broker's offsets: nothing is read.
public final class StreamList {

    /// @param name       as in `naplan.sifxml.low`
    /// @param messages   how many are kept, with the marks of transactions, which take offsets as well
    /// @param lastMinute how many of them came in the last minute
    public record Counted(String name, int partitions, long messages, long lastMinute) {}

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final BrokerAddress broker;
    private final InstantSource clock;

    public StreamList(BrokerAddress broker, InstantSource clock) {
        this.broker = broker;
        this.clock = clock;
    }

    /// All streams in the order of their names.
    /// @throws BrokerAway when no broker answers
    public List<Counted> counted() {
        try (Consumer<byte[], byte[]> consumer = StreamReader.consumer(broker)) {
            Map<String, List<TopicPartition>> streams = new TreeMap<>();
            consumer.listTopics().forEach((name, partitions) -> {
                if (isStream(name)) {
                    streams.put(name, partitions.stream().map(StreamList::partition).toList());
                }
            });
            return counted(consumer, streams);
        } catch (KafkaException e) {
            throw new BrokerAway(broker, e);
        }
    }

    private static TopicPartition partition(PartitionInfo partition) {
        return new TopicPartition(partition.topic(), partition.partition());
    }

    private static boolean isStream(String name) {
        try {
            return !TopicName.parse(name).topic().isEmpty();
        } catch (InvalidTopicName _) {
            return false;
        }
    }

    private List<Counted> counted(Consumer<byte[], byte[]> consumer, Map<String, List<TopicPartition>> streams) {
        List<TopicPartition> all = streams.values().stream().flatMap(List::stream).toList();
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        long since = clock.instant().minus(MINUTE).toEpochMilli();
        Map<TopicPartition, OffsetAndTimestamp> recent =
                consumer.offsetsForTimes(all.stream().collect(Collectors.toMap(one -> one, _ -> since)));
        List<Counted> counted = new ArrayList<>();
        streams.forEach((name, partitions) -> {
            long messages = 0;
            long lastMinute = 0;
            for (TopicPartition partition : partitions) {
                long end = ends.getOrDefault(partition, 0L);
                messages += end - begins.getOrDefault(partition, 0L);
                OffsetAndTimestamp first = recent.get(partition);
                lastMinute += first == null ? 0 : Math.max(0, end - first.offset());
            }
            counted.add(new Counted(name, partitions.size(), messages, lastMinute));
        });
        return counted;
    }
}
