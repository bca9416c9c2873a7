package weir.stream.replay;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import weir.stream.message.MessageSize;
import weir.stream.topology.DeadLetter;
import weir.stream.topology.StreamHeaders;

/// A dead letter as it lies in its topic. Holds values of a record.
record Letter(ConsumerRecord<byte[], byte[]> message) {

    private static final Set<String> OF_THE_LETTER =
            Set.of(DeadLetter.TOPIC, DeadLetter.PARTITION, DeadLetter.OFFSET, DeadLetter.SERVICE, DeadLetter.REASON, StreamHeaders.ONLY);

    String topic() {
        return text(DeadLetter.TOPIC);
    }

    String service() {
        return text(DeadLetter.SERVICE);
    }

    String reason() {
        return text(DeadLetter.REASON);
    }

    /// Whether its topic takes it back.
    boolean fits() {
        return MessageSize.of(message.key(), message.value(), message.headers()) <= MessageSize.TOPIC;
    }

    private String text(String name) {
        @Nullable Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /// The message as it was, for the service alone that could not process it.
    /// @param partitions how many its topic has
    ProducerRecord<byte[], byte[]> back(int partitions) {
        ProducerRecord<byte[], byte[]> back =
                new ProducerRecord<>(topic(), partition(partitions), message.key(), message.value());
        Arrays.stream(message.headers().toArray())
                .filter(header -> !OF_THE_LETTER.contains(header.key()))
                .forEach(back.headers()::add);
        back.headers().add(StreamHeaders.ONLY, service().getBytes(StandardCharsets.UTF_8));
        return back;
    }

    /// The partition it came from, so that it comes after what had its key; that of its key where the topic has others now.
    private @Nullable Integer partition(int partitions) {
        String said = text(DeadLetter.PARTITION);
        boolean isThere = said.matches("[0-9]{1,5}") && Integer.parseInt(said) < partitions;
        return isThere ? Integer.valueOf(said) : null;
    }

    /// The letter itself, put at the end of the dead letters again.
    ProducerRecord<byte[], byte[]> again() {
        ProducerRecord<byte[], byte[]> again =
                new ProducerRecord<>(message.topic(), message.partition(), message.key(), message.value());
        message.headers().forEach(again.headers()::add);
        return again;
    }

    @Override
    public String toString() {
        return "Letter[" + message.partition() + ":" + message.offset() + "]";
    }
}
