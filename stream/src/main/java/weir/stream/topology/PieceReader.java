package weir.stream.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import weir.platform.broker.BrokerAddress;
import weir.stream.message.MalformedMessage;
import weir.stream.message.MessageSize;
import weir.stream.message.Piece;
import weir.stream.message.PieceMark;

/// Reads the pieces of an upload again, in their order. For one thread.
final class PieceReader {

    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final int MOST_WAITS = 60;

    private final KafkaConsumer<byte[], byte[]> consumer;

    PieceReader(BrokerAddress broker) {
        Map<String, Object> properties = broker.clientProperties();
        properties.put("isolation.level", "read_committed");
        properties.put("auto.offset.reset", "none");
        properties.put("enable.auto.commit", "false");
        properties.put("max.poll.records", "8");
        properties.put("max.partition.fetch.bytes", Integer.toString(MessageSize.TOPIC));
        properties.put("fetch.max.bytes", Integer.toString(2 * MessageSize.TOPIC));
        consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /// @param last  the mark of the last piece
    /// @param first the offset of the first piece
    /// @param end   the offset of the last
    Iterator<Piece> of(PieceMark last, int partition, long first, long end) {
        TopicPartition place = new TopicPartition(StreamTopics.BULK_INGEST, partition);
        consumer.assign(List.of(place));
        consumer.seek(place, first);
        return new Pieces(last, place, end);
    }

    void close() {
        consumer.close();
    }

    private final class Pieces implements Iterator<Piece> {

        private final PieceMark last;
        private final TopicPartition place;
        private final long end;
        private final Queue<Piece> ready = new ArrayDeque<>();
        private int waits;

        Pieces(PieceMark last, TopicPartition place, long end) {
            this.last = last;
            this.place = place;
            this.end = end;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && consumer.position(place) <= end && waits < MOST_WAITS) {
                var found = consumer.poll(WAIT);
                waits = found.isEmpty() ? waits + 1 : 0;
                found.forEach(this::take);
            }
            return !ready.isEmpty();
        }

        private void take(ConsumerRecord<byte[], byte[]> message) {
            Header header = message.headers().lastHeader(PieceMark.HEADER);
            if (header == null || message.offset() > end) {
                return;
            }
            PieceMark mark = PieceMark.parse(new String(header.value(), StandardCharsets.UTF_8));
            if (mark.upload().equals(last.upload())) {
                if (message.value() == null) {
                    throw new MalformedMessage("Piece " + mark.sequence() + " of an upload has no bytes.");
                }
                ready.add(new Piece(mark, message.value()));
            }
        }

        @Override
        public Piece next() {
            if (!hasNext()) {
                throw new NoSuchElementException("There is no other piece of the upload.");
            }
            return ready.remove();
        }
    }
}
