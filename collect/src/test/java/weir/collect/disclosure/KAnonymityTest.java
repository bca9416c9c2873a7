package weir.collect.disclosure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.collect.disclosure.MadeTable.Result;
import weir.engine.dataset.Disclosure.Rare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KAnonymityTest {

    private static final List<String> COMMON = List.of("", "a", "b");
    private static final List<String> AWKWARD = List.of("x,y", "line\nend", "a \"quoted\" word", "Zoë", "", "plain");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void removesTheRowsOfRareCombinationsAndNoOther(long seed) throws IOException {
        RandomGenerator random = new SplittableRandom(seed);
        int k = 2 + random.nextInt(6);
        List<List<String>> all = new ArrayList<>();
        MadeTable table = table(random, all);

        Result result = table.control(MadeTable.rare(Rare.REMOVE_ROWS, k, "A", "B", "C"));

        Map<List<String>, Integer> counts = counts(all);
        List<List<String>> expected = all.stream().filter(row -> counts.getOrDefault(key(row), 0) >= k).toList();
        assertThat(result.rows()).isEqualTo(expected);
        assertThat(result.rowsRemoved()).isEqualTo(all.size() - expected.size());
        assertThat(result.cellsBlanked()).isZero();
        assertThat(counts(result.rows()).values()).allMatch(count -> count >= k);
        if (result.controlled().files().isPresent()) {
            assertThat(result.csvs()).containsExactly(table.csv(expected));
        } else {
            assertThat(expected).isEqualTo(all);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void blanksRareCombinationsSoThatTheResultIsAnonymousTogether(long seed) throws IOException {
        RandomGenerator random = new SplittableRandom(seed);
        int k = 2 + random.nextInt(8);
        List<List<String>> all = new ArrayList<>();
        MadeTable table = table(random, all);

        Result result = table.control(MadeTable.rare(Rare.BLANK_FIELDS, k, "A", "B", "C"));

        Map<List<String>, Integer> counts = counts(all);
        List<String> blank = List.of("", "", "");
        long blanked = all.stream().filter(row -> key(row).equals(blank) || counts.getOrDefault(key(row), 0) < k).count();
        List<List<String>> expected = new ArrayList<>();
        for (List<String> row : all) {
            if (counts.getOrDefault(key(row), 0) >= k) {
                expected.add(row);
            } else if (blanked >= k) {
                expected.add(List.of(row.getFirst(), "", "", "", row.getLast()));
            }
        }
        assertThat(result.rows()).isEqualTo(expected);
        assertThat(counts(result.rows()).values()).allMatch(count -> count >= k);
        assertThat(result.rowsRemoved()).isEqualTo(all.size() - expected.size());
        assertThat(result.cellsBlanked()).isEqualTo(filled(all) - filled(expected) - filledOfRemoved(all, counts, k, blanked));
        if (result.controlled().files().isPresent()) {
            assertThat(result.csvs()).containsExactly(table.csv(expected));
        }
    }

    @Test
    void keepsACombinationThatIsRareInEachFragmentButNotInAllTogether() throws IOException {
        Result result = new MadeTable(folder, "ID", "A")
                .fragment("1|x 2|y")
                .fragment("3|x 4|z")
                .fragment("5|x 6|y")
                .control(MadeTable.rare(Rare.REMOVE_ROWS, 3, "A"));

        assertThat(result.shown()).containsExactly("1|x", "3|x", "5|x");
    }

    @Test
    void countsPeopleInsteadOfRowsWhereItIsTold() throws IOException {
        MadeTable table = new MadeTable(folder, "ID", "A").fragment("1|x 1|x 1|x 2|y 3|y 4|y |y");

        assertThat(table.control(MadeTable.rareAmong("ID", Rare.REMOVE_ROWS, 3, "A")).shown())
                .containsExactly("2|y", "3|y", "4|y", "|y");
        assertThat(table.control(MadeTable.rareAmong("ID", Rare.BLANK_FIELDS, 4, "A")).shown())
                .as("four people share what is blanked").hasSize(7).allMatch(row -> row.endsWith("|"));
    }

    @Test
    void removesBlankedRowsThatAreTooFewThemselves() throws IOException {
        MadeTable table = new MadeTable(folder, "ID", "A").fragment("1|x 2|x 3|x 4|y");

        assertThat(table.control(MadeTable.rare(Rare.BLANK_FIELDS, 3, "A")).shown()).containsExactly("1|x", "2|x", "3|x");
        assertThat(new MadeTable(folder, "ID", "A").fragment("1| 2| 3| 4|y").control(MadeTable.rare(Rare.BLANK_FIELDS, 3, "A")).shown())
                .as("those that were blank before hide it").containsExactly("1|", "2|", "3|", "4|");
    }

    @Test
    void leavesATableAloneThatKeepsTheRule() throws IOException {
        Result result = new MadeTable(folder, "ID", "A").fragment("1|x 2|x").control(MadeTable.rare(Rare.REMOVE_ROWS, 2, "A"));

        assertThat(result.controlled().files()).isEmpty();
        assertThat(result.controlled().taken()).singleElement().satisfies(taken -> assertThat(taken.rowsRemoved()).isZero());
    }

    @Test
    void writesPartsThatEachBeginWithTheHeader() throws IOException {
        StringBuilder rows = new StringBuilder("0|rare");
        for (int i = 0; i < 500; i++) {
            rows.append(' ').append(i).append("|often");
        }
        Result result = new MadeTable(folder, "ID", "A")
                .fragment(rows.toString())
                .inPartsOf(2_000)
                .control(MadeTable.rare(Rare.REMOVE_ROWS, 2, "A"));

        assertThat(result.csvs()).hasSizeGreaterThan(2).allSatisfy(part ->
                assertThat(part).startsWith("ID,A\r\n").hasSizeLessThanOrEqualTo(2_000));
        assertThat(result.csvs().stream().mapToLong(part -> part.lines().count() - 1).sum()).isEqualTo(500);
    }

    @Test
    void failsWhenTheOutputHasNoSuchColumn() {
        assertThatThrownBy(() -> new MadeTable(folder, "ID", "A").fragment("1|x").control(MadeTable.rare(Rare.REMOVE_ROWS, 2, "B")))
                .isInstanceOf(DisclosureFailed.class)
                .hasMessage("The control of disclosure of table could not be done: it has no column B; name one of its columns in"
                        + " the use case. Nothing of it was published.");
    }

    private MadeTable table(RandomGenerator random, List<List<String>> all) {
        MadeTable table = new MadeTable(folder, "ID", "A", "B", "C", "NOTE");
        for (int fragment = 0; fragment < 1 + random.nextInt(4); fragment++) {
            List<List<String>> rows = new ArrayList<>();
            for (int row = random.nextInt(40); row > 0; row--) {
                rows.add(List.of(
                        Integer.toString(all.size() + rows.size()),
                        COMMON.get(random.nextInt(COMMON.size())),
                        AWKWARD.get(random.nextInt(random.nextBoolean() ? AWKWARD.size() : 1)),
                        COMMON.get(random.nextInt(2)),
                        AWKWARD.get(random.nextInt(AWKWARD.size()))));
            }
            all.addAll(rows);
            table.fragment(rows);
        }
        return table;
    }

    private static List<String> key(List<String> row) {
        return row.subList(1, 4);
    }

    private static Map<List<String>, Integer> counts(List<List<String>> rows) {
        Map<List<String>, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(key(row), 1, Integer::sum));
        return counts;
    }

    private static long filled(List<List<String>> rows) {
        return rows.stream().flatMap(row -> key(row).stream()).filter(cell -> !cell.isEmpty()).count();
    }

    private static long filledOfRemoved(List<List<String>> all, Map<List<String>, Integer> counts, int k, long blanked) {
        return blanked >= k ? 0 : filled(all.stream().filter(row -> counts.getOrDefault(key(row), 0) < k).toList());
    }
}
