package weir.app.schema;

import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import weir.engine.dataset.Code;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Difference;
import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.dataset.TypeInWords;

/// Specifications as JSON, one document.
final class SchemaJson {

    private SchemaJson() {}

    static String of(List<Dataset> datasets) {
        return array(json -> datasets.forEach(dataset -> {
            json.writeStartObject();
            json.writeStringProperty("dataset", dataset.id().value());
            json.writeStringProperty("title", dataset.title());
            json.writeStringProperty("period", dataset.periodKind().word());
            texts(json, "versions", dataset.versions().stream().map(version -> version.since().toString()).toList());
            texts(json, "useCases", dataset.useCases().stream().map(useCase -> useCase.name().value()).toList());
            json.writeEndObject();
        }));
    }

    static String of(Dataset dataset, Specification version) {
        return document(json -> {
            json.writeStartObject();
            json.writeStringProperty("dataset", dataset.id().value());
            json.writeStringProperty("title", dataset.title());
            json.writeStringProperty("since", version.since().toString());
            json.writeStringProperty("source", version.source());
            texts(json, "reasons", version.reasons());
            json.writeArrayPropertyStart("tables");
            version.tables().forEach(table -> write(json, table));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    static String of(Table table) {
        return document(json -> write(json, table));
    }

    static String ofDifferences(List<Difference> differences) {
        return array(json -> differences.forEach(difference -> {
            json.writeStartObject();
            json.writeStringProperty("table", difference.table().value());
            json.writeStringProperty("field", difference.field());
            json.writeStringProperty("sentence", difference.sentence());
            json.writeEndObject();
        }));
    }

    private static void write(JsonGenerator json, Table table) {
        json.writeStartObject();
        json.writeStringProperty("table", table.name().value());
        json.writeStringProperty("title", table.title());
        json.writeStringProperty("source", table.source());
        json.writeObjectPropertyStart("identity");
        texts(json, "key", table.identity().key().stream().map(FieldName::value).toList());
        json.writeBooleanProperty("perPeriod", table.identity().isPerPeriod());
        texts(json, "latest", table.identity().latest().stream().map(FieldName::value).toList());
        json.writeEndObject();
        json.writeStringProperty("repair", table.repair());
        json.writeArrayPropertyStart("fields");
        table.fields().forEach(field -> write(json, field));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Field field) {
        json.writeStartObject();
        json.writeStringProperty("field", field.name().value());
        json.writeStringProperty("title", field.title());
        json.writeStringProperty("type", field.type().word());
        json.writeStringProperty("means", TypeInWords.of(field.type()));
        json.writeBooleanProperty("required", field.isRequired());
        texts(json, "also", field.alsoNamed());
        json.writeStringProperty("source", field.source());
        json.writeArrayPropertyStart("codes");
        if (field.type() instanceof FieldType.Category category) {
            category.codes().forEach(code -> write(json, code));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Code code) {
        json.writeStartObject();
        json.writeStringProperty("code", code.code());
        json.writeStringProperty("meaning", code.meaning());
        texts(json, "names", code.names());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static String array(Consumer<JsonGenerator> content) {
        return document(json -> {
            json.writeStartArray();
            content.accept(json);
            json.writeEndArray();
        });
    }

    private static String document(Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            content.accept(json);
        }
        return text.append('\n').toString();
    }
}
