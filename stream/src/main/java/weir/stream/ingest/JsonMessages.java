package weir.stream.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Cuts JSON into messages: the elements of an array, or the whole of anything else. Memory does not grow with the array.
///
/// Source: facts of stream, section 2.1. Safe for many threads.
final class JsonMessages {

    private final JsonFactory json = new JsonFactory();
    private final boolean pairs;

    /// @param pairs whether an object becomes a message `["key",value]` for each of its pairs
    JsonMessages(boolean pairs) {
        this.pairs = pairs;
    }

    /// Takes one message.
    @FunctionalInterface
    interface Sink {

        void message(String text);
    }

    /// Reads all of it.
    /// @throws NotJson when it is none
    void check(InputStream in) throws IOException, NotJson {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), in)) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new NotJson(1, new IOException("There is nothing."));
            }
            while (token != null) {
                token = parser.nextToken();
            }
        } catch (JacksonException e) {
            throw new NotJson(e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()), e);
        }
    }

    /// Gives the messages of JSON that was checked.
    void read(InputStream in, Sink sink) throws IOException {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), in)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    sink.message(copy(parser));
                }
            } else if (first == JsonToken.START_OBJECT && pairs) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    sink.message(pair(parser));
                }
            } else {
                sink.message(copy(parser));
            }
        } catch (JacksonException e) {
            throw new IOException("The document was changed while it was read. Nothing of it was kept.", e);
        }
    }

    private String copy(JsonParser parser) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), text)) {
            out.copyCurrentStructure(parser);
        }
        return text.toString();
    }

    private String pair(JsonParser parser) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartArray();
            out.writeString(parser.currentName());
            parser.nextToken();
            out.copyCurrentStructure(parser);
            out.writeEndArray();
        }
        return text.toString();
    }
}
