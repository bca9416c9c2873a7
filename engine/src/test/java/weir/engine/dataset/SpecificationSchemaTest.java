package weir.engine.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import weir.engine.dataset.internal.Language;
import weir.engine.rule.internal.RuleLanguage;
import weir.engine.yaml.Form;

import static org.assertj.core.api.Assertions.assertThat;

/// Holds the JSON Schema of the language, the reader and the shipped files to each other.
class SpecificationSchemaTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FIRST_LINE = "# yaml-language-server: $schema=";

    private final ObjectNode schema = read();

    @Test
    void hasTheKeysTheReaderHas() {
        for (Map.Entry<String, Form> form : Language.forms().entrySet()) {
            assertThat(definition(form.getKey()).path("properties").propertyNames())
                    .as(form.getKey())
                    .containsExactlyInAnyOrderElementsOf(form.getValue().keys());
        }
        RuleLanguage.forms().forEach((name, form) -> assertThat(
                        definition(name).path("properties").propertyNames())
                .as(name)
                .containsExactlyInAnyOrderElementsOf(form.keys()));
    }

    @Test
    void explainsEveryKey() {
        schema.path("$defs").properties().forEach(definition -> {
            assertThat(definition.getValue().path("description").asString("")).as(definition.getKey()).endsWith(".");
            definition.getValue().path("properties").properties().forEach(key ->
                    assertThat(key.getValue().path("description").asString(""))
                            .as("%s %s", definition.getKey(), key.getKey())
                            .endsWith("."));
        });
    }

    @Test
    void knowsEveryTreatmentAndKindOfPeriod() {
        assertThat(words(definition("field-rule").path("properties").path("enrich").path("oneOf").path(0)))
                .containsExactly(words(Treatment.Enrich.values()));
        assertThat(words(definition("field-rule").path("properties").path("protect").path("oneOf").path(0)))
                .containsExactly(words(Treatment.Protect.values()));
        assertThat(words(definition("dataset").path("properties").path("period")))
                .containsExactly(Stream.of(Period.Kind.values()).map(Period.Kind::word).toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("shippedFiles")
    void acceptsEveryShippedFile(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        String named = text.lines().findFirst().orElse("").substring(FIRST_LINE.length());
        String definition = named.substring(named.lastIndexOf('/') + 1);

        assertThat(file.resolve("..").resolve(named.substring(0, named.indexOf('#'))).normalize())
                .isEqualTo(ShippedDatasets.folder().resolve("specification.schema.json").normalize());
        assertThat(errors(definition, text)).isEmpty();
    }

    @Test
    void refusesWhatTheReaderRefuses() {
        assertThat(errors("field", "{type: text, min: 3}")).isNotEmpty();
        assertThat(errors("field", "{type: category}")).isNotEmpty();
        assertThat(errors("field", "{type: date}")).isNotEmpty();
        assertThat(errors("field", "{tpye: text}")).isNotEmpty();
        assertThat(errors("field-rule", "{protect: first-of-month}")).isNotEmpty();
        assertThat(errors("version", "{source: a, changes: [{codes: a, table: b, because: c}]}")).isNotEmpty();
        assertThat(errors("field", "{type: integer, min: 3, title: A number}")).isEmpty();
    }

    static List<Path> shippedFiles() throws IOException {
        try (Stream<Path> files = Files.walk(ShippedDatasets.folder())) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted(Comparator.naturalOrder()).toList();
        }
    }

    private List<Error> errors(String definition, String yaml) {
        ObjectNode whole = schema.deepCopy();
        whole.put("$ref", "#/$defs/" + definition);
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole);
        Object value = Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromString(yaml));
        return compiled.validate(JSON.<JsonNode>valueToTree(value));
    }

    private JsonNode definition(String name) {
        return schema.path("$defs").path(name);
    }

    private static List<String> words(JsonNode choice) {
        return choice.path("enum").valueStream().map(JsonNode::asString).toList();
    }

    private static String[] words(Treatment[] treatments) {
        return Stream.of(treatments).map(Treatment::word).toArray(String[]::new);
    }

    private static ObjectNode read() {
        Path file = ShippedDatasets.folder().resolve("specification.schema.json");
        return (ObjectNode) JSON.readTree(file.toFile());
    }
}
