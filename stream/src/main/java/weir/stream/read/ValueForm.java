package weir.stream.read;

import java.io.IOException;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The values alone, as they are, one after the other; a line feed ends each that does not end in one.
record ValueForm() implements MessageForm {

    @Override
    @SuppressWarnings("ConstantValue") // The library does not say that a value may be missing.
    public void message(ByteOutput out, ConsumerRecord<byte[], byte[]> message, long highWatermark, Places after)
            throws IOException {
        byte[] value = message.value();
        if (value != null && value.length > 0) {
            out.bytes(value, 0, value.length);
            if (value[value.length - 1] != '\n') {
                out.one('\n');
            }
        }
    }

    @Override
    public void footer(ByteOutput out, Places after) {}

    @Override
    public void brokenOff(ByteOutput out, String sentence) {}

    @Override
    public void heartbeat(ByteOutput out) {}
}
