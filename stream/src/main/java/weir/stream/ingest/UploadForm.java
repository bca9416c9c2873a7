package weir.stream.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import weir.platform.web.Multipart;
import weir.stream.message.InvalidTopicName;
import weir.stream.message.TopicName;

/// What a page sends: a file, and the stream it is for.
///
/// @param form   of the file
/// @param stream it is for
/// @param file   closed with this
/// @param isFlushed whether the memory is to be emptied before the file is taken
record UploadForm(Form form, TopicName stream, Spooled file, boolean isFlushed) implements Closeable {

    private static final int FIELD_BYTES = 1_000;

    /// Reads the parts in whatever order they come.
    /// @throws Refusal when one is missing or faulty; nothing is kept then
    static UploadForm read(Multipart parts, Path spool) throws IOException, Refusal {
        Map<String, String> fields = new HashMap<>();
        Optional<Spooled> file = Optional.empty();
        boolean isWhole = false;
        try {
            for (Optional<Multipart.Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                if (part.get().name().equals("file") && file.isEmpty()) {
                    file = Optional.of(Spooled.of(part.get().content(), spool));
                } else {
                    byte[] field = part.get().content().readNBytes(FIELD_BYTES);
                    fields.put(part.get().name(), new String(field, StandardCharsets.UTF_8).strip());
                }
            }
            Form form = Form.of(fields.get("mimetype"))
                    .orElseThrow(() -> new Refusal(
                            400, "MIME type " + PostRoutes.shown(fields.get("mimetype")) + " not recognised"));
            TopicName stream = stream(fields);
            UploadForm whole = new UploadForm(
                    form, stream, file.orElseThrow(() -> new Refusal(400, "No file provided")), isSet(fields.getOrDefault("flush", "")));
            isWhole = true;
            return whole;
        } finally {
            if (!isWhole && file.isPresent()) {
                file.get().close();
            }
        }
    }

    /// As a page sends a box that was ticked, whatever it calls it.
    private static boolean isSet(String box) {
        return !box.isEmpty() && !Set.of("false", "0", "no", "off").contains(box.toLowerCase(Locale.ROOT));
    }

    private static TopicName stream(Map<String, String> fields) throws Refusal {
        String menu = fields.getOrDefault("topic_menu", "").replace('/', '.');
        int dot = menu.indexOf('.');
        String topic = dot < 0 ? fields.getOrDefault("topic", "") : menu.substring(0, dot);
        String stream = dot < 0 ? fields.getOrDefault("stream", "") : menu.substring(dot + 1);
        if (topic.isEmpty() || stream.isEmpty()) {
            throw new Refusal(400, "No topic provided");
        }
        try {
            return PostRoutes.stream(topic, stream);
        } catch (InvalidTopicName e) {
            throw new Refusal(400, e.part().equals("topic")
                    ? "Topic " + PostRoutes.shown(topic) + " malformed"
                    : "Stream " + PostRoutes.shown(stream) + " malformed");
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
