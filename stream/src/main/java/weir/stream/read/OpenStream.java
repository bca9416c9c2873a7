package weir.stream.read;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import weir.platform.broker.BrokerAddress;

/// One reading. For one thread, except [#stop()].
///
/// Messages of a partition come in their order, those of several as they arrive. A reading that is not followed ends where the
/// partitions ended when it was opened; what is written later is left to the next.
public final class OpenStream implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    /// How long a broker may send nothing although there is something.
    private static final int SILENT_POLLS = 60;

    private final BrokerAddress broker;
    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Integer> indexes = new HashMap<>();
    private final Places places;
    private final long[] ends;
    private final boolean isFollowed;
    private long left;
    private volatile boolean isStopped;

    OpenStream(
            BrokerAddress broker, Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Places places,
            Map<TopicPartition, Long> ends, ReadRequest request) {
        this.broker = broker;
        this.consumer = consumer;
        this.partitions = partitions;
        this.places = places;
        this.isFollowed = request.isFollowed();
        this.left = request.limit();
        this.ends = new long[partitions.size()];
        for (int i = 0; i < partitions.size(); i++) {
            indexes.put(partitions.get(i), i);
            this.ends[i] = isFollowed ? Long.MAX_VALUE : ends.getOrDefault(partitions.get(i), 0L);
        }
    }

    void seek(int partition, long offset) {
        consumer.seek(partitions.get(partition), offset);
        places.set(partition, offset);
        if (offset >= ends[partition]) {
            consumer.pause(List.of(partitions.get(partition)));
        }
    }

    /// Writes every message, and at the end where to go on. Memory does not grow, however many there are.
    ///
    /// @param heartbeat how often to show that the reading lives when nothing comes
    /// @throws IOException when `sink` does not take it
    /// @throws BrokerAway  when the broker stops answering; `sink` has been told so
    public void writeTo(OutputStream sink, MessageForm form, Duration heartbeat) throws IOException {
        ByteOutput out = new ByteOutput(sink);
        try {
            writeAll(out, form, heartbeat);
            if (!isFollowed || left == 0) {
                form.footer(out, places);
            }
        } catch (WakeupException _) {
            // Somebody stopped it: what was read by now is whole.
        } catch (KafkaException e) {
            BrokerAway away = new BrokerAway(broker, e);
            form.brokenOff(out, String.valueOf(away.getMessage()));
            out.flush();
            throw away;
        }
        out.flush();
    }

    private void writeAll(ByteOutput out, MessageForm form, Duration heartbeat) throws IOException {
        int silent = 0;
        Duration quiet = Duration.ZERO;
        if (isFollowed) {
            // The client learns at once that it was let in.
            form.heartbeat(out);
            out.flush();
        }
        while (!isStopped && left > 0 && !isAtEnd()) {
            ConsumerRecords<byte[], byte[]> found = consumer.poll(POLL);
            if (!found.isEmpty()) {
                silent = 0;
                quiet = Duration.ZERO;
                write(found, out, form);
            } else if (isFollowed) {
                quiet = quiet.plus(POLL);
                if (quiet.compareTo(heartbeat) >= 0) {
                    form.heartbeat(out);
                    quiet = Duration.ZERO;
                }
            } else if (!isAtEnd() && ++silent > SILENT_POLLS) {
                throw new org.apache.kafka.common.errors.TimeoutException("nothing came");
            }
            if (isFollowed) {
                out.flush();
            }
        }
    }

    private void write(ConsumerRecords<byte[], byte[]> found, ByteOutput out, MessageForm form) throws IOException {
        for (TopicPartition partition : found.partitions()) {
            int index = indexes.getOrDefault(partition, 0);
            long watermark = consumer.position(partition) + consumer.currentLag(partition).orElse(0);
            for (ConsumerRecord<byte[], byte[]> message : found.records(partition)) {
                if (left == 0 || message.offset() >= ends[index]) {
                    break;
                }
                places.set(index, message.offset() + 1);
                form.message(out, message, watermark, places);
                left--;
            }
        }
    }

    /// Whether every partition was read to where it ended. Marks of transactions are no messages, but have offsets.
    private boolean isAtEnd() {
        if (isFollowed) {
            return false;
        }
        boolean isAtEnd = true;
        for (int i = 0; i < ends.length; i++) {
            if (places.get(i) < ends[i]) {
                if (consumer.position(partitions.get(i)) >= ends[i]) {
                    places.set(i, ends[i]);
                    consumer.pause(List.of(partitions.get(i)));
                } else {
                    isAtEnd = false;
                }
            }
        }
        return isAtEnd;
    }

    /// Where reading goes on, as a [Start] is written.
    public String place() {
        return places.text();
    }

    /// Ends the reading from another thread, after the messages that are being written.
    public void stop() {
        isStopped = true;
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
