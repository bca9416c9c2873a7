package weir.engine.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import weir.engine.record.Row;
import weir.engine.record.Value;

/// Writes rows as JSON lines in UTF-8: an object a line with every column, numbers and flags as such, days and times of
/// day as their text, blanks as null.
public final class JsonLinesWriter implements TableWriter {

    private final JsonGenerator json;
    private final List<String> names;

    /// @param out is flushed but not closed
    public JsonLinesWriter(OutputStream out, List<Column> columns) {
        this.names = TableWriter.names(columns);
        this.json = JsonFactory.builder()
                .rootValueSeparator("\n")
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }

    @Override
    public void write(Row row) throws IOException {
        try {
            json.writeStartObject();
            for (int i = 0; i < names.size(); i++) {
                json.writeName(names.get(i));
                writeValue(row.value(i));
            }
            json.writeEndObject();
        } catch (JacksonException e) {
            throw notWritten(e);
        }
    }

    private void writeValue(Value value) {
        switch (value) {
            case Value.Blank _ -> json.writeNull();
            case Value.Whole whole -> json.writeNumber(whole.number());
            case Value.Decimal decimal -> json.writeNumber(decimal.number());
            case Value.Flag flag -> json.writeBoolean(flag.isSet());
            case Value.Text text -> json.writeString(text.text());
            case Value.Day day -> json.writeString(day.text());
            case Value.Clock clock -> json.writeString(clock.text());
        }
    }

    private static IOException notWritten(JacksonException e) {
        return e.getCause() instanceof IOException cause
                ? cause
                : new IOException("A row could not be written as JSON.", e);
    }

    /// Ends the last line and flushes.
    @Override
    public void close() throws IOException {
        try {
            if (json.streamWriteContext().getEntryCount() > 0) {
                json.writeRaw('\n');
            }
            json.close();
        } catch (JacksonException e) {
            throw notWritten(e);
        }
    }
}
