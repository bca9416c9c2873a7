package weir.stream.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import weir.platform.json.Json;
import weir.stream.topology.StreamHeaders;

/// Messages of the topics of errors: the documented text, or the JSON object that travels beside it in a header.
///
/// Source: facts of stream, sections 1.1 (`/csverrors`) and 5.9.
record ErrorForm(Frame frame) implements MessageForm {

    enum Frame {
        EVENTS,
        JSON_EVENTS,
        OUTLINE_EVENTS,
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
            case JSON_EVENTS -> event(out, structured(message), after);
            case OUTLINE_EVENTS -> event(out, outline(message), after);
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

    private static void event(ByteOutput out, byte[] json, Places after) throws IOException {
        out.text("id: ");
        after.plain(out);
        out.one('\n');
        event(out, json);
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

    /// Of which document it is, its class and its place. What is told of values, and what is not known, is left out.
    private static byte[] outline(ConsumerRecord<byte[], byte[]> message) {
        JsonNode all = Json.read(new String(structured(message), StandardCharsets.UTF_8), JsonNode.class);
        Map<String, Object> outline = new LinkedHashMap<>();
        @Nullable Header document = message.headers().lastHeader(StreamHeaders.DOCUMENT);
        if (document != null && document.value() != null) {
            outline.put("document", new String(document.value(), StandardCharsets.UTF_8));
        }
        for (String place : List.of("ordinal", "total", "line")) {
            if (all.path(place).isNumber()) {
                outline.put(place, all.path(place).asLong());
            }
        }
        outline.put("type", all.path("type").asString(""));
        return Json.write(outline).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isOneLine(byte[] json) {
        for (byte b : json) {
            if (b == '\n' || b == '\r') {
                return false;
            }
        }
        return json.length > 0;
    }

    private boolean isOfEvents() {
        return frame == Frame.EVENTS || frame == Frame.JSON_EVENTS || frame == Frame.OUTLINE_EVENTS;
    }

    @Override
    public void footer(ByteOutput out, Places after) {}

    @Override
    public void brokenOff(ByteOutput out, String sentence) throws IOException {
        if (isOfEvents()) {
            out.text("event: error\ndata: " + sentence + "\n\n");
        }
    }

    @Override
    public void heartbeat(ByteOutput out) throws IOException {
        if (isOfEvents()) {
            out.text(": \n\n");
        }
    }
}
