package weir.engine.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Identity;
import weir.engine.dataset.Period;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;
import weir.engine.record.Row;
import weir.engine.record.Value;

import static org.assertj.core.api.Assertions.assertThat;

/// Of the rows of one record the latest stays, however many there are and wherever they are kept meanwhile.
final class LatestRowsTest {

    @TempDir
    private Path folder;

    private static Table table(Identity identity) {
        return new Table(
                new TableName("t"),
                "",
                List.of(
                        field("CHILD", new FieldType.Text(OptionalInt.empty()), true),
                        field("START", new FieldType.Date(List.of("dd/MM/yyyy")), true),
                        field("END", new FieldType.Date(List.of("dd/MM/yyyy")), false),
                        field("SCORE", new FieldType.Whole(OptionalLong.empty(), OptionalLong.empty()), false)),
                identity,
                "",
                "");
    }

    private static Field field(String name, FieldType type, boolean isRequired) {
        return new Field(new FieldName(name), "", type, isRequired, List.of(), List.of(), "");
    }

    private static Table episodes() {
        return table(new Identity(
                List.of(new FieldName("CHILD"), new FieldName("START")), false, List.of(new FieldName("END"))));
    }

    private record Given(Row row, int year, int source) {}

    private static Row row(long number, String child, String start, String end, long score) {
        return new Row(number, Value.text(child), day(start), day(end), new Value.Whole(score));
    }

    private static Value day(String text) {
        return text.isEmpty() ? Value.blank() : new Value.Day(LocalDate.parse(text));
    }

    private List<Submitted> latest(Table table, List<Given> rows, int arenaBytes, List<Long> merged) throws IOException {
        KeyedRows keyed = new KeyedRows(table);
        try (SortedRuns runs = new SortedRuns(folder.resolve("runs-" + arenaBytes), arenaBytes)) {
            for (Given given : rows) {
                runs.add(keyed.encode(List.of(given.row()), Period.ofYear(given.year()), given.source()));
            }
            runs.keep();
            List<Submitted> found = new ArrayList<>();
            try (LatestRows latest = new LatestRows(runs.sources(), keyed, (_, number, _) -> merged.add(number))) {
                for (Optional<Submitted> next = latest.next(); next.isPresent(); next = latest.next()) {
                    found.add(next.get());
                }
            }
            return found;
        }
    }

    private List<Long> numbers(Table table, Given... rows) throws IOException {
        List<Submitted> latest = latest(table, List.of(rows), 1 << 20, new ArrayList<>());
        return latest.stream().map(submitted -> submitted.row().number()).toList();
    }

    @Test
    void keepsTheLaterSubmissionEvenWhenAnEarlierOneEndsLater() throws IOException {
        assertThat(numbers(
                        episodes(),
                        new Given(row(2, "A", "2020-01-01", "2021-05-05", 1), 2021, 0),
                        new Given(row(3, "A", "2020-01-01", "", 1), 2022, 1)))
                .containsExactly(3L);
    }

    @Test
    void keepsTheLatestEndWithinASubmissionAndTheFirstRowAmongEquals() throws IOException {
        assertThat(numbers(
                        episodes(),
                        new Given(row(2, "A", "2020-01-01", "", 1), 2021, 0),
                        new Given(row(3, "A", "2020-01-01", "2020-05-05", 1), 2021, 0),
                        new Given(row(4, "A", "2020-01-01", "2020-05-05", 2), 2021, 0)))
                .containsExactly(3L);
    }

    @Test
    void takesIdentifiersThatAreWrittenDifferentlyForOne() throws IOException {
        assertThat(numbers(
                        episodes(),
                        new Given(row(2, "0123.0", "2020-01-01", "", 1), 2021, 0),
                        new Given(row(3, "123", "2020-01-01", "", 1), 2022, 1),
                        new Given(row(4, "abc", "2020-01-01", "", 1), 2021, 0),
                        new Given(row(5, "ABC", "2020-01-01", "", 1), 2022, 1)))
                .containsExactly(3L, 5L);
    }

    @Test
    void mergesNoRowWhoseKeyIsBlank() throws IOException {
        assertThat(numbers(
                        episodes(),
                        new Given(row(2, "", "2020-01-01", "", 1), 2021, 0),
                        new Given(row(3, "", "2020-01-01", "", 1), 2021, 0),
                        new Given(row(4, "A", "", "", 1), 2021, 0),
                        new Given(row(5, "A", "", "", 1), 2021, 0)))
                .hasSize(4);
    }

    @Test
    void keepsARecordPerPeriodWhereTheTableSaysSo() throws IOException {
        assertThat(numbers(
                        table(Identity.ofWholeRow()),
                        new Given(row(2, "A", "2020-01-01", "", 1), 2021, 0),
                        new Given(row(3, "A", "2020-01-01", "", 1), 2021, 0),
                        new Given(row(4, "A", "2020-01-01", "", 1), 2022, 1),
                        new Given(row(5, "A", "2020-01-01", "", 2), 2022, 1)))
                .containsExactlyInAnyOrder(2L, 4L, 5L);
    }

    @Test
    void givesTheSameFromDiskAsFromMemory() throws IOException {
        Random random = new Random(903);
        List<Given> rows = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            LocalDate start = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(400));
            String end = random.nextBoolean() ? "" : start.plusDays(random.nextInt(300)).toString();
            rows.add(new Given(
                    row(i + 2, "C" + random.nextInt(300) + "\u00E9", start.toString(), end, random.nextInt()),
                    2016 + random.nextInt(5),
                    random.nextInt(3)));
        }
        List<Long> mergedInMemory = new ArrayList<>();
        List<Long> mergedOnDisk = new ArrayList<>();
        List<Submitted> inMemory = latest(episodes(), rows, 1 << 24, mergedInMemory);
        List<Submitted> onDisk = latest(episodes(), rows, 1 << 12, mergedOnDisk);
        assertThat(onDisk).isEqualTo(inMemory);
        assertThat(inMemory.size() + mergedInMemory.size()).isEqualTo(rows.size());
        assertThat(mergedOnDisk).containsExactlyInAnyOrderElementsOf(mergedInMemory);
        assertThat(inMemory).extracting(submitted -> submitted.row().number())
                .containsExactlyInAnyOrderElementsOf(oracle(rows));
    }

    /// The same rule, written the plain way.
    private static List<Long> oracle(List<Given> rows) {
        Comparator<Given> latestLast = Comparator.<Given>comparingInt(given -> given.year())
                .thenComparing(given -> given.row().value(2).text())
                .thenComparing(given -> -given.source())
                .thenComparing(given -> -given.row().number());
        Map<String, List<Given>> records = new HashMap<>();
        for (Given given : rows) {
            records.computeIfAbsent(
                            given.row().value(0).text() + "|" + given.row().value(1).text(), _ -> new ArrayList<>())
                    .add(given);
        }
        return records.values().stream().map(group -> Collections.max(group, latestLast).row().number()).toList();
    }

    @Test
    void dropsTheRowsOfAFileThatWasRefusedAndKeepsThoseBefore() throws IOException {
        KeyedRows keyed = new KeyedRows(episodes());
        try (SortedRuns runs = new SortedRuns(folder.resolve("runs"), 1 << 12)) {
            addChildren(runs, keyed, "KEPT", 200, 0);
            runs.keep();
            addChildren(runs, keyed, "REFUSED", 200, 1);
            runs.discard();
            List<String> children = new ArrayList<>();
            try (LatestRows latest = new LatestRows(runs.sources(), keyed, (_, _, _) -> {})) {
                for (Optional<Submitted> next = latest.next(); next.isPresent(); next = latest.next()) {
                    children.add(next.get().row().value(0).text());
                }
            }
            assertThat(children).hasSize(200).allMatch(child -> child.startsWith("KEPT"));
        }
        try (var left = Files.list(folder.resolve("runs"))) {
            assertThat(left).as("runs hold values of records and are gone when closed").isEmpty();
        }
    }

    private static void addChildren(SortedRuns runs, KeyedRows keyed, String name, int count, int source)
            throws IOException {
        for (int i = 0; i < count; i++) {
            runs.add(keyed.encode(List.of(row(i + 2, name + i, "2020-01-01", "", i)), Period.ofYear(2021), source));
        }
    }
}
