package weir.engine.issue.report;

import java.io.OutputStream;

import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.MinimalPrettyPrinter;

/// JSON with each element of an array on a line of its own, so that a report can be read and compared line by line.
final class JsonLines extends MinimalPrettyPrinter {

    private static final long serialVersionUID = 1L;

    static JsonGenerator open(OutputStream out) {
        return new JsonFactory().createGenerator(new Context(), out, JsonEncoding.UTF8);
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        json.writeRaw('\n');
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        json.writeRaw(",\n");
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) {
        json.writeRaw(values == 0 ? "]" : "\n]");
    }

    private static final class Context extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new JsonLines();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
