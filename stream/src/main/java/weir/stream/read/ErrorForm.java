package weir.stream.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import weir.platform.json.Json;
import weir.stream.topology.StreamHeaders;

/// Messages of the topics of errors: the documented text, or the JSON object that travels beside it in a header.
///
/// Source: facts of stream, sections 1.1 (`/csverrors`) and 5.9.
record ErrorForm(Frame frame) implements MessageForm {

    enum Frame {
        EVENTS,
        JSON_EVENTS,
        TEXT,
        LINES
    }

    private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);

    @Override
    public void message(ByteOutput out, ConsumerRecord<byte[], byte[]> message, long highWatermark, Places after)
            throws IOException {
        byte[] value = message.value();
        switch (frame) {
            case EVENTS -> event(out, value);
            case JSON_EVENTS -> {
                out.text("id: ");
                after.plain(out);
                out.one('\n');
                event(out, structured(message));
            }
            case TEXT -> {
                if (!isMark(value)) {
                    out.bytes(value, 0, value.length);
                }
            }
            case LINES -> {
                if (!isMark(value)) {
                    byte[] json = structured(message);
                    out.bytes(json, 0, json.length);
                    out.one('\n');
                }
            }
        }
    }

    private static void event(ByteOutput out, byte[] value) throws IOException {
        out.ascii(DATA);
        int start = 0;
        for (int i = 0; i < value.length; i++) {
            if (value[i] == '\n') {
                out.bytes(value, start, i + 1 - start);
                out.ascii(DATA);
                start = i + 1;
            }
        }
        out.bytes(value, start, value.length - start);
        out.one('\n');
        out.one('\n');
    }

    /// Whether it only says that a document has no finding of a kind: its total is 0 and nothing follows.
    static boolean isMark(byte[] value) {
        int end = value.length - 1;
        for (int i = 0; i < end; i++) {
            if (value[i] == '\n') {
                return false;
            }
        }
        String text = new String(value, 0, Math.min(value.length, 64), StandardCharsets.UTF_8);
        return text.matches("(?s)[0-9]+:0:.*");
    }

    /// What the header says; for a message without one, an object with its text.
    private static byte[] structured(ConsumerRecord<byte[], byte[]> message) {
        @Nullable Header header = message.headers().lastHeader(StreamHeaders.ERROR);
        if (header != null && isOneLine(header.value())) {
            return header.value();
        }
        String text = new String(message.value(), StandardCharsets.UTF_8);
        return Json.write(Map.of("text", text)).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isOneLine(byte[] json) {
        for (byte b : json) {
            if (b == '\n' || b == '\r') {
                return false;
            }
        }
        return json.length > 0;
    }

    @Override
    public void footer(ByteOutput out, Places after) {}

    @Override
    public void brokenOff(ByteOutput out, String sentence) throws IOException {
        if (frame == Frame.EVENTS || frame == Frame.JSON_EVENTS) {
            out.text("event: error\ndata: " + sentence + "\n\n");
        }
    }

    @Override
    public void heartbeat(ByteOutput out) throws IOException {
        if (frame == Frame.EVENTS || frame == Frame.JSON_EVENTS) {
            out.text(": \n\n");
        }
    }
}
