package weir.app.audit;

import java.io.StringWriter;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import weir.engine.audit.Audit;
import weir.engine.audit.AuditLine;
import weir.engine.audit.DisclosureLine;
import weir.engine.dataset.UseCase;

/// The audit as one JSON document.
final class JsonAudit {

    private JsonAudit() {}

    static String of(Audit audit) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("dataset", audit.dataset().id().value());
            json.writeArrayPropertyStart("useCases");
            audit.useCases().forEach(useCase -> write(json, audit, useCase));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator json, Audit audit, UseCase useCase) {
        json.writeStartObject();
        json.writeStringProperty("useCase", useCase.name().value());
        json.writeStringProperty("title", useCase.title());
        json.writeObjectPropertyStart("agreement");
        json.writeStringProperty("title", useCase.agreement().title());
        json.writeStringProperty("reference", useCase.agreement().reference());
        json.writeObjectPropertyStart("clauses");
        useCase.agreement().clauses().forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectPropertyStart("retention");
        json.writeNumberProperty("years", useCase.retention().years());
        json.writeNumberProperty("startMonth", useCase.retention().startMonth());
        json.writeStringProperty("clause", useCase.retention().clause());
        json.writeEndObject();
        json.writeArrayPropertyStart("fields");
        audit.linesOf(useCase).forEach(line -> write(json, line));
        json.writeEndArray();
        json.writeArrayPropertyStart("disclosure");
        audit.controlsOf(useCase).forEach(control -> write(json, control));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, AuditLine line) {
        json.writeStartObject();
        json.writeStringProperty("table", line.table().value());
        json.writeStringProperty("field", line.field().value());
        json.writeStringProperty("fate", line.fate().word());
        json.writeStringProperty("description", line.description());
        json.writeStringProperty("periods", line.periods());
        json.writeStringProperty("clause", line.clause());
        json.writeStringProperty("clauseText", line.clauseText());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, DisclosureLine control) {
        json.writeStartObject();
        json.writeStringProperty("output", control.output());
        json.writeBooleanProperty("isReport", control.isReport());
        json.writeStringProperty("rule", control.rule());
        json.writeArrayPropertyStart("fields");
        control.fields().forEach(field -> json.writeString(field.value()));
        json.writeEndArray();
        json.writeNumberProperty("k", control.k());
        json.writeStringProperty("description", control.description());
        json.writeStringProperty("clause", control.clause());
        json.writeStringProperty("clauseText", control.clauseText());
        json.writeEndObject();
    }
}
