package weir.stream.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Messages as JSON objects with the documented fields in the documented order.
///
/// Source: facts of stream, section 1.1.
record JsonForm(Frame frame) implements MessageForm {

    enum Frame {
        DOCUMENTED,
        LINES,
        EVENTS
    }

    private static final byte[] DATA = ascii("{\"data\":");
    private static final byte[] KEY = ascii(",\"key\":");
    private static final byte[] OFFSET = ascii(",\"consumer_offset\":");
    private static final byte[] HIGH_WATERMARK = ascii(",\"hwm\":");
    private static final byte[] RESTART = ascii(",\"restart_from\":");
    private static final byte[] NULL = ascii("null");
    private static final byte[] ADVICE = ascii("{\"advice\":\"Start consuming from ");
    private static final byte[] EVENT_ID = ascii("id: ");
    private static final byte[] EVENT_DATA = ascii("\ndata: ");
    private static final byte[] EVENT_END = ascii("event: end\ndata: ");
    private static final byte[] EVENT_ERROR = ascii("event: error\ndata: ");
    private static final byte[] EVENT_NOTHING = ascii(": \n\n");

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void message(ByteOutput out, ConsumerRecord<byte[], byte[]> message, long highWatermark, Places after)
            throws IOException {
        if (frame == Frame.EVENTS) {
            out.ascii(EVENT_ID);
            after.plain(out);
            out.ascii(EVENT_DATA);
        }
        out.ascii(DATA);
        string(out, message.value());
        out.ascii(KEY);
        string(out, message.key());
        out.ascii(OFFSET);
        out.number(message.offset());
        out.ascii(HIGH_WATERMARK);
        out.number(highWatermark);
        out.ascii(RESTART);
        after.json(out);
        out.one('}');
        end(out);
    }

    @SuppressWarnings("ConstantValue") // The library does not say that a key or a value may be missing.
    private static void string(ByteOutput out, byte[] text) throws IOException {
        if (text == null) {
            out.ascii(NULL);
        } else {
            out.json(text);
        }
    }

    private void end(ByteOutput out) throws IOException {
        out.one('\n');
        if (frame != Frame.LINES) {
            out.one('\n');
        }
    }

    @Override
    public void footer(ByteOutput out, Places after) throws IOException {
        if (frame == Frame.EVENTS) {
            out.ascii(EVENT_END);
        }
        out.ascii(ADVICE);
        after.plain(out);
        out.one('"');
        out.one('}');
        end(out);
    }

    @Override
    public void brokenOff(ByteOutput out, String sentence) throws IOException {
        switch (frame) {
            case DOCUMENTED -> out.text("Error streaming messages \n\n" + sentence);
            case EVENTS -> {
                out.ascii(EVENT_ERROR);
                out.text(sentence);
                end(out);
            }
            case LINES -> {
                out.ascii(ascii("{\"error\":"));
                out.json(sentence.getBytes(StandardCharsets.UTF_8));
                out.one('}');
                end(out);
            }
        }
    }

    @Override
    public void heartbeat(ByteOutput out) throws IOException {
        if (frame == Frame.EVENTS) {
            out.ascii(EVENT_NOTHING);
        }
    }
}
