package weir.app.clean;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.app.Folders;
import weir.app.WeirProgram;
import weir.app.WeirProgram.Ended;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Datasets;
import weir.engine.dataset.Field;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.generate.Fault;
import weir.engine.generate.Request;

import static org.assertj.core.api.Assertions.assertThat;

/// What `weir audit` says becomes of a field is what becomes of it, and nothing else does.
final class AuditedRunTest {

    @TempDir
    private static Path temporary;

    /// By table, then field: the line of the audit.
    private static Map<String, Map<String, NamedCsvRecord>> audit = Map.of();

    private static List<CleanedReturns> runs = List.of();

    @BeforeAll
    static void auditAndClean() throws IOException {
        Ended ended = WeirProgram.shipped().run("audit", "ssda903", "--use-case", "PAN", "--format", "csv");
        assertThat(ended.exit()).isZero();
        audit = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(ended.out())) {
            lines.forEach(line -> audit.computeIfAbsent(line.getField("table"), _ -> new LinkedHashMap<>())
                    .put(line.getField("field"), line));
        }
        runs = List.of(
                CleanedReturns.of(
                        temporary.resolve("sound"), Request.of(1_000, 3).withYears(2019, 2026), "--use-case", "PAN"),
                CleanedReturns.of(
                        temporary.resolve("faulty"),
                        Request.of(1_000, 4).withYears(2019, 2026)
                                .withFaults(0.2, Set.of(Fault.values())),
                        "--use-case",
                        "PAN"));
    }

    @Test
    void everyFieldOfEveryTableAndYearIsListed() {
        Dataset dataset = Datasets.in(WeirProgram.root().resolve("datasets"))
                .find(new DatasetId("ssda903"))
                .orElseThrow();
        for (Specification version : dataset.versions()) {
            for (Table table : version.tables()) {
                assertThat(audit.getOrDefault(table.name().value(), Map.of()).keySet())
                        .as("%s since %s", table.name(), version.since())
                        .containsAll(table.fields().stream().map(Field::name).map(Object::toString).toList());
            }
        }
        audit.values().forEach(fields -> fields.values().forEach(line -> {
            assertThat(line.getField("use_case")).isEqualTo("PAN");
            assertThat(line.getField("fate")).isIn("kept", "reduced", "enriched", "added", "removed");
            assertThat(line.getField("clause")).isNotEmpty();
            assertThat(line.getField("clause_text")).isNotEmpty();
        }));
    }

    @Test
    void onlyListedTablesAndFieldsLeave() throws IOException {
        Set<String> leaving = new TreeSet<>();
        audit.forEach((table, fields) -> {
            if (!columnsOf(fields).isEmpty()) {
                leaving.add("outputs/PAN/PAN_ssda903_" + table + ".csv");
            }
        });
        for (CleanedReturns run : runs) {
            Set<String> outputs = new TreeSet<>(run.written().keySet());
            outputs.removeIf(name -> !name.startsWith("outputs/"));
            assertThat(outputs).isEqualTo(leaving);
            for (String name : outputs) {
                String table = name.replaceFirst(".*ssda903_", "").replace(".csv", "");
                assertThat(run.rows(name).getFirst().getHeader())
                        .containsExactlyElementsOf(columnsOf(audit.getOrDefault(table, Map.of())));
            }
        }
    }

    private static List<String> columnsOf(Map<String, NamedCsvRecord> fields) {
        return fields.values().stream()
                .filter(line -> !line.getField("fate").equals("removed"))
                .map(line -> line.getField("field"))
                .toList();
    }

    @Test
    void everyCellIsWhatTheAuditSays() throws IOException {
        for (CleanedReturns run : runs) {
            for (Map.Entry<String, Map<String, NamedCsvRecord>> table : audit.entrySet()) {
                if (!columnsOf(table.getValue()).isEmpty()) {
                    comparesTo(run, table.getKey(), table.getValue());
                }
            }
        }
    }

    /// Each row of an output is a row of a cleaned table of its year, every cell changed as listed and in no other way.
    private static void comparesTo(CleanedReturns run, String table, Map<String, NamedCsvRecord> fields)
            throws IOException {
        Map<List<String>, Integer> expected = new HashMap<>();
        for (String name : run.written().keySet()) {
            if (name.matches("cleaned/BAD_\\d{4}_" + table + "\\.csv")) {
                String year = name.substring(12, 16);
                run.rows(name).forEach(row -> expected.merge(listed(row, year, fields), 1, Integer::sum));
            }
        }
        List<NamedCsvRecord> output = run.rows("outputs/PAN/PAN_ssda903_" + table + ".csv");
        assertThat(output).isNotEmpty();
        for (NamedCsvRecord row : output) {
            List<String> told = told(row, fields);
            assertThat(expected.merge(told, -1, Integer::sum))
                    .as("%s row %s", table, row.getStartingLineNumber())
                    .isNotNegative();
        }
    }

    /// What the audit says a cleaned row becomes.
    private static List<String> listed(NamedCsvRecord row, String year, Map<String, NamedCsvRecord> fields) {
        List<String> cells = new ArrayList<>();
        for (String column : columnsOf(fields)) {
            String description = description(fields, column);
            String cell = row.findField(column).orElse("");
            cells.add(switch (description) {
                case "kept as it is" -> cell;
                case "written as a whole number, or in capitals when it is not a number; the organisation's code is"
                        + " added behind it" -> cell.isEmpty() ? "" : cell + "_BAD";
                case "reduced to the first day of its month" -> cell.isEmpty() ? "" : cell.substring(0, 8) + "01";
                case "reduced to the postcode sector" -> cell.isEmpty() ? "" : cell.substring(0, cell.length() - 2);
                case "the organisation's name" -> "Barking and Dagenham";
                case "the year of the return" -> year;
                case "added by the repair of the table", "kept, or mended by the repair of the table" -> "";
                default -> throw new IllegalArgumentException("Say in this test what this means: " + description);
            });
        }
        return cells;
    }

    /// The same cells of the output; what the repair may write is left out.
    private static List<String> told(NamedCsvRecord row, Map<String, NamedCsvRecord> fields) {
        return columnsOf(fields).stream()
                .map(column -> description(fields, column).contains("repair") ? "" : row.getField(column))
                .toList();
    }

    private static String description(Map<String, NamedCsvRecord> fields, String column) {
        NamedCsvRecord line = fields.get(column);
        return line == null ? "" : line.getField("description");
    }

    @Test
    void anEpisodeThatNoRuleHasMetIsKeptToTheLetter() throws IOException {
        List<String> mendable = List.of("DEC", "REC", "REASON_PLACE_CHANGE");
        for (CleanedReturns run : runs) {
            Set<String> given = new TreeSet<>();
            for (String name : run.written().keySet()) {
                if (name.startsWith("cleaned/") && name.endsWith("_episodes.csv")) {
                    String year = name.substring(12, 16);
                    for (NamedCsvRecord row : run.rows(name)) {
                        String child = row.getField("CHILD");
                        given.add(year + (child.isEmpty() ? "" : child + "_BAD") + " " + row.getField("DECOM")
                                + mendable.stream().map(row::getField).toList());
                    }
                }
            }
            for (NamedCsvRecord row : run.rows("outputs/PAN/PAN_ssda903_episodes.csv")) {
                if (row.getField("Episode_source").equals("Original")) {
                    assertThat(given).contains(row.getField("YEAR") + row.getField("CHILD") + " "
                            + row.getField("DECOM") + mendable.stream().map(row::getField).toList());
                }
            }
        }
    }

    @Test
    void theSameRunTwiceGivesTheSameBytes() throws IOException {
        CleanedReturns again = CleanedReturns.of(
                temporary.resolve("again"), Request.of(1_000, 3).withYears(2019, 2026), "--use-case", "PAN");
        assertThat(Folders.texts(temporary.resolve("again/out"), _ -> true))
                .isEqualTo(Folders.texts(temporary.resolve("sound/out"), _ -> true));
        assertThat(again.ended().out()).isEqualTo(runs.getFirst().ended().out());
    }
}
