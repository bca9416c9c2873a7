package weir.app.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Writes the page of the specification language from its JSON Schema.
final class SpecificationReference {

    private static final String PREFIX = "#/$defs/";

    private final Map<String, Object> parts;
    private final StringBuilder page = new StringBuilder();

    SpecificationReference(Path schema) {
        // JSON is YAML, and this parser is there already.
        Object read = new Load(LoadSettings.builder().build()).loadFromString(Repository.read(schema));
        parts = section(section(read).getOrDefault("$defs", Map.of()));
    }

    String page() {
        page.append("""
                # The specification language

                <!-- Made from datasets/specification.schema.json. Change that file, then run
                     mvn -pl app -am test -Dtest=ReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Dweir.update=true -->

                A dataset is a folder of YAML files: `dataset.yaml`, `codes.yaml`, `tables/NAME.yaml`, `versions/PERIOD.yaml` and
                `use-cases/NAME.yaml`. Beside the datasets lies `organisations.yaml`. An editor that knows
                [the schema](../../datasets/specification.schema.json) helps while you type.

                `no`, `yes` and dates are text here: YAML 1.2, without aliases. A faulty folder is refused with every problem
                at once, each with its file and line.

                """);
        parts.forEach((name, part) -> write(name, section(part)));
        return page.toString().stripTrailing() + "\n";
    }

    private void write(String name, Map<String, Object> part) {
        page.append("## ").append(name).append("\n\n").append(part.get("description")).append("\n\n");
        Map<String, Object> keys = section(part.getOrDefault("properties", Map.of()));
        if (keys.isEmpty()) {
            return;
        }
        List<?> required = (List<?>) part.getOrDefault("required", List.of());
        page.append("| key | | holds | |\n|---|---|---|---|\n");
        keys.forEach((key, value) -> page.append("| `")
                .append(key)
                .append("` | ")
                .append(required.contains(key) ? "needed" : "")
                .append(" | ")
                .append(holds(section(value)).replace("|", "\\|"))
                .append(" | ")
                .append(section(value).getOrDefault("description", "").toString().replace("|", "\\|"))
                .append(" |\n"));
        page.append('\n');
    }

    private String holds(Map<String, Object> value) {
        if (value.get("$ref") instanceof String ref) {
            String name = ref.substring(PREFIX.length());
            return "[" + name + "](#" + name + ")";
        }
        if (value.get("oneOf") instanceof List<?> choices) {
            return choices.stream().map(choice -> holds(section(choice))).distinct().collect(Collectors.joining(" or "));
        }
        if (value.get("enum") instanceof List<?> words) {
            return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
        }
        if (value.containsKey("const")) {
            return "`" + value.get("const") + "`";
        }
        return switch (String.valueOf(value.get("type"))) {
            case "array" -> "list of " + holds(section(value.getOrDefault("items", Map.of("type", "string"))));
            case "object" -> value.get("additionalProperties") instanceof Map<?, ?> each
                    ? "by name: " + holds(section(each))
                    : "keys";
            case "string" -> "text";
            case "integer" -> "whole number";
            case "number" -> "number";
            case "boolean" -> "true or false";
            default -> "anything";
        };
    }

    @SuppressWarnings("unchecked") // The keys of JSON objects are text.
    private static Map<String, Object> section(Object value) {
        return (Map<String, Object>) value;
    }
}
