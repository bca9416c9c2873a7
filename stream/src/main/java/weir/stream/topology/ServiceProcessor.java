package weir.stream.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.stream.csv.NotARow;
import weir.stream.message.InvalidTopicName;
import weir.stream.message.MalformedMessage;
import weir.stream.message.MessageTooLarge;
import weir.stream.registration.NotAnObject;
import weir.stream.sif.UnreadableObject;

/// Runs one service inside Kafka Streams. What the service cannot process goes to the dead letters. For one thread.
final class ServiceProcessor implements Processor<byte[], byte[], byte[], Addressed> {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceProcessor.class);

    private final String name;
    private final StreamService service;
    private final Tally tally;
    private final AtomicReference<ProcessorContext<byte[], Addressed>> context = new AtomicReference<>();

    /// @param tally told of each message
    ServiceProcessor(String name, StreamService service, Tally tally) {
        this.name = name;
        this.service = service;
        this.tally = tally;
    }

    @Override
    public void init(ProcessorContext<byte[], Addressed> given) {
        context.set(given);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (isForAnother(record)) {
            return;
        }
        ProcessorContext<byte[], Addressed> into = Objects.requireNonNull(context.get());
        Message message = message(record, into);
        try {
            BufferedOutput output = new BufferedOutput(into::forward, record.timestamp());
            service.serve(message, output);
            output.release();
            tally.processed();
        } catch (MessageTooLarge | MalformedMessage | InvalidTopicName | UnreadableObject | NotARow | NotAnObject e) {
            bury(record, message, Objects.requireNonNullElse(e.getMessage(), "It cannot be read."), into);
        } catch (IOException e) {
            throw new UncheckedIOException("The service " + name + " of the streams could not read or write a file.", e);
        }
    }

    private boolean isForAnother(Record<byte[], byte[]> record) {
        Header only = record.headers().lastHeader(StreamHeaders.ONLY);
        return only != null && !new String(only.value(), StandardCharsets.UTF_8).equals(name);
    }

    private static Message message(Record<byte[], byte[]> record, ProcessorContext<byte[], Addressed> from) {
        RecordMetadata place = from.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("A service reads what lies on a topic."));
        byte[] key = record.key();
        byte[] value = record.value();
        return new Message(
                place.topic(), place.partition(), place.offset(), record.timestamp(),
                key == null ? "" : new String(key, StandardCharsets.UTF_8), value == null ? new byte[0] : value, record.headers());
    }

    private void bury(Record<byte[], byte[]> record, Message message, String reason, ProcessorContext<byte[], Addressed> into) {
        tally.deadLetter();
        LOG.warn("A message went to the dead letters. service={} topic={} partition={} offset={}",
                name, message.topic(), message.partition(), message.offset());
        Headers headers = new RecordHeaders(record.headers().toArray());
        new DeadLetter(message.topic(), message.partition(), message.offset(), name, reason).headers().forEach(headers::add);
        into.forward(new Record<>(
                record.key(), new Addressed(StreamTopics.DEAD, message.toString(), message.value()), record.timestamp(), headers));
    }

    @Override
    public void close() {
        service.close();
    }
}
