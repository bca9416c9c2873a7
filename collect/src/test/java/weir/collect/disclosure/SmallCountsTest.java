package weir.collect.disclosure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.collect.disclosure.MadeTable.Result;
import weir.engine.dataset.Disclosure;
import weir.engine.dataset.Disclosure.Rare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SmallCountsTest {

    @TempDir
    private Path folder;

    @Test
    void blanksSmallNumbersAndShowsNoughtAndWhatIsLargeEnough() throws IOException {
        Result result = new MadeTable(folder, "LA", "n")
                .fragment("a|1 b|4 c|5 d|0 e| f|12")
                .control(MadeTable.small(5, List.of(), false, "n"));

        assertThat(result.shown()).containsExactly("a|", "b|", "c|5", "d|0", "e|", "f|12");
        assertThat(result.cellsBlanked()).isEqualTo(2);
        assertThat(result.rowsRemoved()).isZero();
        assertThat(result.csvs()).containsExactly("LA,n\r\na,\r\nb,\r\nc,5\r\nd,0\r\ne,\r\nf,12\r\n");
    }

    @Test
    void blanksTheNextSmallestOfAGroupWhereOneStandsAlone() throws IOException {
        assertThat(new MadeTable(folder, "LA", "n")
                        .fragment("a|3 a|20 a|8 a|0 b|9 b|30")
                        .control(MadeTable.small(5, List.of("LA"), false, "n"))
                        .shown())
                .containsExactly("a|", "a|20", "a|", "a|0", "b|9", "b|30");
    }

    @Test
    void blanksOneMoreWhereTheHiddenOnesTogetherAreSmall() throws IOException {
        assertThat(new MadeTable(folder, "LA", "n")
                        .fragment("a|1 a|1 a|20 a|8")
                        .control(MadeTable.small(5, List.of("LA"), false, "n"))
                        .shown())
                .as("1 + 1 would be told by the total").containsExactly("a|", "a|", "a|20", "a|");
    }

    @Test
    void blanksANoughtOnlyWhereThereIsNothingElse() throws IOException {
        assertThat(new MadeTable(folder, "LA", "n")
                        .fragment("a|3 a|0 a|0 b|2")
                        .control(MadeTable.small(5, List.of("LA"), false, "n"))
                        .shown())
                .containsExactly("a|", "a|", "a|0", "b|");
    }

    @Test
    void goesThroughRowsAndGroupsUntilNeitherGivesAnythingAway() throws IOException {
        Result result = new MadeTable(folder, "LA", "boys", "girls", "others")
                .fragment("a|2|10|30 b|20|11|31 c|21|12|32")
                .control(MadeTable.small(5, List.of(), true, "boys", "girls", "others"));

        for (int column = 1; column <= 3; column++) {
            int at = column;
            assertThat(result.rows().stream().filter(row -> row.get(at).isEmpty()).count()).isNotEqualTo(1);
        }
        assertThat(result.rows()).allSatisfy(row -> assertThat(row.stream().filter(String::isEmpty).count()).isNotEqualTo(1));
        assertThat(result.cellsBlanked()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void hidesEverySmallNumberAndAtMostOneMoreInEachGroup(long seed) throws IOException {
        RandomGenerator random = new SplittableRandom(seed);
        int k = 3 + random.nextInt(8);
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < 60; row++) {
            rows.add(List.of("g" + random.nextInt(12), Integer.toString(random.nextInt(4) == 0 ? random.nextInt(k) : random.nextInt(40))));
        }
        Result result = new MadeTable(folder, "G", "n").fragment(rows).control(MadeTable.small(k, List.of("G"), false, "n"));

        for (String group : rows.stream().map(List::getFirst).distinct().toList()) {
            List<Integer> hidden = new ArrayList<>();
            List<Integer> shown = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
                if (rows.get(row).getFirst().equals(group)) {
                    (result.rows().get(row).get(1).isEmpty() ? hidden : shown).add(Integer.parseInt(rows.get(row).get(1)));
                }
            }
            assertThat(shown).allMatch(number -> number == 0 || number >= k);
            int sum = hidden.stream().mapToInt(number -> number).sum();
            assertThat(hidden.size() == 1 && !shown.isEmpty()).as("%s hidden alone", group).isFalse();
            assertThat(!hidden.isEmpty() && sum < k && shown.stream().anyMatch(number -> number > 0)).as("%s", group).isFalse();
            assertThat(hidden.stream().filter(number -> number == 0 || number >= k).count()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void comesAfterRareCombinations() throws IOException {
        Disclosure both = new Disclosure(
                MadeTable.rare(Rare.REMOVE_ROWS, 2, "LA").kAnonymity(), MadeTable.small(5, List.of("LA"), false, "n").smallCounts());
        Result result = new MadeTable(folder, "LA", "n").fragment("a|3 a|7 b|6 c|9 c|8 c|2 c|1").control(both);

        assertThat(result.shown()).containsExactly("a|", "a|", "c|9", "c|", "c|", "c|");
        assertThat(result.controlled().taken()).extracting(taken -> taken.rule() + " " + taken.rowsRemoved() + " " + taken.cellsBlanked())
                .containsExactly("k-anonymity 1 0", "small-counts 0 5");
    }

    @Test
    void failsForAColumnThatHoldsNoNumbers() {
        assertThatThrownBy(() -> new MadeTable(folder, "LA", "n").fragment("a|1").control(
                        new Disclosure(Optional.empty(), MadeTable.small(5, List.of(), false, "LA").smallCounts())))
                .isInstanceOf(DisclosureFailed.class)
                .hasMessageContaining("its column LA holds no numbers");
    }
}
