package weir.stream.ingest;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import weir.stream.message.MessageSize;

/// Cuts JSON into messages: the elements of an array, or the whole of anything else. Memory does not grow with the array, and no
/// message is larger than one object may be. Numbers stay as they are written.
///
/// Source: facts of stream, section 2.1. Safe for many threads.
final class JsonMessages {

    private static final int DEPTH = 500;

    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MessageSize.OBJECT)
                    .maxNestingDepth(DEPTH)
                    .build())
            .build();
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
    /// @throws NotJson when it is none, or holds what is not taken in
    void check(InputStream in) throws IOException, NotJson {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), in)) {
            try {
                read(parser, _ -> {});
            } catch (TooLarge | StreamConstraintsException e) {
                throw NotJson.tooLarge(parser.currentTokenLocation().getLineNr(), e);
            }
        } catch (JacksonIOException e) {
            if (e.getCause() instanceof CharConversionException) {
                throw new NotJson(line(e), e);
            }
            throw new IOException("The document could not be read.", e);
        } catch (JacksonException e) {
            throw new NotJson(line(e), e);
        }
    }

    private static long line(JacksonException failure) {
        return failure.getLocation() == null ? 1 : Math.max(1, failure.getLocation().getLineNr());
    }

    /// Gives the messages of JSON that was checked.
    void read(InputStream in, Sink sink) throws IOException {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), in)) {
            read(parser, sink);
        } catch (JacksonException | NotJson | TooLarge e) {
            throw new IOException("The document was changed while it was read. Nothing of it was kept.", e);
        }
    }

    private void read(JsonParser parser, Sink sink) throws NotJson {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new NotJson(1, new IOException("There is nothing."));
        }
        if (first == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                sink.message(one(out -> copy(parser, out)));
            }
        } else if (first == JsonToken.START_OBJECT && pairs) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                sink.message(one(out -> copyPair(parser, out)));
            }
        } else {
            sink.message(one(out -> copy(parser, out)));
        }
        if (parser.nextToken() != null) {
            throw new NotJson(
                    parser.currentTokenLocation().getLineNr(), new IOException("Something stands behind the first value."));
        }
    }

    /// Writes a message.
    @FunctionalInterface
    private interface Writing {

        void to(JsonGenerator out);
    }

    private String one(Writing writing) {
        Text text = new Text();
        JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), text);
        writing.to(out);
        out.close();
        return text.whole();
    }

    private static void copyPair(JsonParser parser, JsonGenerator out) {
        out.writeStartArray();
        out.writeString(parser.currentName());
        parser.nextToken();
        copy(parser, out);
        out.writeEndArray();
    }

    /// Copies the value that begins at the token the parser stands at.
    private static void copy(JsonParser parser, JsonGenerator out) {
        int open = 0;
        do {
            if (open > 0) {
                parser.nextToken();
            }
            JsonToken token = parser.currentToken();
            if (token.isNumeric()) {
                out.writeNumber(parser.getString());
            } else {
                out.copyCurrentEvent(parser);
            }
            open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        } while (open > 0);
    }

    /// The text of one message. For one thread.
    private static final class Text extends Writer {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(char[] from, int offset, int length) {
            if (text.length() + length > MessageSize.OBJECT) {
                throw new TooLarge();
            }
            text.append(from, offset, length);
        }

        String whole() {
            String whole = text.toString();
            if (MessageSize.isTooLarge(whole)) {
                throw new TooLarge();
            }
            return whole;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /// A message would be larger than one object may be.
    private static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
