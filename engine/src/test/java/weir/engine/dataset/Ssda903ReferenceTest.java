package weir.engine.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Holds the shipped SSDA903 against the facts of the published schemas, where a copy of these lies beside the repository.
class Ssda903ReferenceTest {

    private static final Dataset SSDA903 = ShippedDatasets.read("ssda903");
    private static final int[] DIFFERENCES = {2019, 2022, 2024, 2025, 2026};

    private final Path folder = ShippedDatasets.reference().resolve("ssda903");

    @Test
    void saysOfEveryYearWhatThePublishedSchemaSays() throws IOException {
        assumeTrue(Files.isDirectory(folder), "The published schemas do not lie beside this repository.");
        Map<String, Map<String, Object>> expected = columnMap(read("SSDA903_schema_2017.yml"));
        assertSame(2017, expected);
        for (int year : DIFFERENCES) {
            read("SSDA903_schema_" + year + ".diff.yml").forEach((path, change) -> apply(expected, path, change));
            assertSame(year, expected);
        }
    }

    private static void assertSame(int year, Map<String, Map<String, Object>> expected) {
        Specification version = SSDA903.specification(Period.ofYear(year)).orElseThrow();
        assertThat(version.tables()).extracting(table -> table.name().value()).containsExactlyElementsOf(expected.keySet());
        for (Table table : version.tables()) {
            Map<String, Object> columns = map(expected.get(table.name().value()));
            assertThat(table.fields()).extracting(field -> field.name().value()).containsExactlyElementsOf(columns.keySet());
            for (Field field : table.fields()) {
                assertThat(describe(field)).as("%s %s %s", year, table.name(), field.name())
                        .isEqualTo(describe(map(columns.get(field.name().value()))));
            }
        }
    }

    private static Map<String, Object> describe(Field field) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("blank", !field.isRequired());
        switch (field.type()) {
            case FieldType.Text _ -> facts.put("string", "alphanumeric");
            case FieldType.Postcode _ -> facts.put("string", "postcode");
            case FieldType.Date date -> facts.put("date", date.formats());
            case FieldType.Whole whole -> facts.put("whole",
                    whole.min().orElse(-1) + " to " + whole.max().orElse(-1));
            case FieldType.Category category -> facts.put("codes", category.codes().stream()
                    .map(code -> code.code() + code.names()).sorted().toList());
            default -> facts.put("type", field.type().word());
        }
        return facts;
    }

    private static Map<String, Object> describe(Map<String, Object> column) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("blank", !"no".equals(String.valueOf(column.get("canbeblank"))));
        if (column.containsKey("string")) {
            facts.put("string", column.get("string"));
        } else if (column.containsKey("date")) {
            assertThat(column).containsEntry("date", "%d/%m/%Y");
            facts.put("date", List.of("dd/MM/yyyy"));
        } else if (column.containsKey("numeric")) {
            Map<String, Object> numeric = map(column.get("numeric"));
            facts.put("whole", numeric.getOrDefault("min_value", -1) + " to " + numeric.getOrDefault("max_value", -1));
        } else {
            facts.put("codes", codes(column));
        }
        return facts;
    }

    private static List<String> codes(Map<String, Object> column) {
        List<String> codes = new ArrayList<>();
        for (Object code : (List<?>) Objects.requireNonNull(column.get("category"))) {
            Object name = map(code).getOrDefault("name", List.of());
            codes.add(map(code).get("code") + String.valueOf(name instanceof List<?> names ? names : List.of(name)));
        }
        codes.sort(String::compareTo);
        return codes;
    }

    private static void apply(Map<String, Map<String, Object>> tables, String path, Object change) {
        String[] parts = path.split("\\.", -1);
        Object value = map(change).get("value");
        if (parts.length == 2) {
            tables.put(parts[1], map(value));
        } else {
            map(map(tables.get(parts[1])).get(parts[2])).put(parts[3], value);
        }
    }

    private Map<String, Object> read(String file) throws IOException {
        String text = Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
        return map(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    private static Map<String, Map<String, Object>> columnMap(Map<String, Object> file) {
        Map<String, Map<String, Object>> tables = new LinkedHashMap<>();
        map(file.get("column_map")).forEach((table, columns) -> tables.put(table, map(columns)));
        return tables;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
