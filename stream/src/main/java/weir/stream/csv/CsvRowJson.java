package weir.stream.csv;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import weir.stream.message.CsvOrigin;
import weir.stream.message.DocumentId;
import weir.stream.message.MalformedMessage;

/// A row as the JSON object of its message: its columns in their order, an empty cell as null, then where it came from.
///
/// Source: facts of stream, section 2.1. Safe for several threads.
public final class CsvRowJson {

    private static final String LINE = "__linenumber";
    private static final String CONTENT = "__linecontent";
    private static final String DOC_ID = "__docid";
    private static final String TOTAL = "__linetotal";

    private static final int ROOM = 2_048;

    private final JsonFactory json = new JsonFactory();

    public String write(CsvRow row) {
        StringWriter text = new StringWriter(ROOM);
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            for (Map.Entry<String, Integer> column : row.header().places().entrySet()) {
                String cell = row.cells().get(column.getValue());
                out.writeName(column.getKey());
                if (cell.isEmpty()) {
                    out.writeNull();
                } else {
                    out.writeString(cell);
                }
            }
            row.origin().ifPresent(origin -> writeOrigin(out, origin));
            out.writeEndObject();
        }
        return text.toString();
    }

    private static void writeOrigin(JsonGenerator out, CsvOrigin origin) {
        out.writeName(LINE).writeNumber(origin.line());
        out.writeName(CONTENT).writeString(origin.content());
        out.writeName(DOC_ID).writeString(origin.document().value());
        out.writeName(TOTAL).writeNumber(origin.total());
    }

    /// Reads what [#write] has written, or a flat object that a client has sent as JSON.
    /// @throws NotARow when it is no JSON object or holds an object or an array
    public CsvRow read(String text) throws NotARow {
        try (JsonParser in = json.createParser(ObjectReadContext.empty(), text)) {
            return read(in);
        } catch (JacksonException e) {
            throw new NotARow("the message is not JSON", e);
        }
    }

    private static CsvRow read(JsonParser in) throws NotARow {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            throw new NotARow("the message is no JSON object");
        }
        List<String> names = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        long line = 0;
        long total = 0;
        String content = "";
        String docId = "";
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            String cell = cell(in);
            switch (name) {
                case LINE -> line = number(cell);
                case TOTAL -> total = number(cell);
                case CONTENT -> content = cell;
                case DOC_ID -> docId = cell;
                default -> {
                    names.add(name);
                    cells.add(cell);
                }
            }
        }
        return new CsvRow(new CsvHeader(names), cells, origin(line, content, docId, total));
    }

    private static Optional<CsvOrigin> origin(long line, String content, String docId, long total) throws NotARow {
        if (line == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CsvOrigin(line, content, new DocumentId(docId), total));
        } catch (MalformedMessage e) {
            throw new NotARow("the id of its document is malformed", e);
        }
    }

    private static String cell(JsonParser in) throws NotARow {
        return switch (in.nextToken()) {
            case VALUE_NULL -> "";
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> in.getString();
            default -> throw new NotARow("a value of the object is itself an object or an array");
        };
    }

    private static long number(String cell) throws NotARow {
        try {
            return Long.parseLong(cell);
        } catch (NumberFormatException e) {
            throw new NotARow("the place of the row in its file is no number", e);
        }
    }
}
