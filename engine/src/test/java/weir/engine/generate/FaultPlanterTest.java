package weir.engine.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class FaultPlanterTest {

    @TempDir
    private Path temporary;

    @Test
    void listsEveryRowThatDiffersFromASoundReturn() throws IOException {
        Request sound = Request.of(1_000, 21);
        Set<Fault> kinds = new HashSet<>(Set.of(Fault.values()));
        kinds.remove(Fault.ROW_TWICE);
        ReturnFolder.write(temporary.resolve("sound"), sound);
        ReturnFolder spoilt = ReturnFolder.write(temporary.resolve("spoilt"), sound.withFaults(0.04, kinds));

        Map<String, List<Integer>> planted = new TreeMap<>();
        Map<String, Integer> byKind = new HashMap<>();
        for (String line : spoilt.planted()) {
            String[] cells = line.split(",", -1);
            planted.computeIfAbsent(cells[0], file -> new ArrayList<>()).add(Integer.parseInt(cells[1]));
            byKind.merge(cells[3], 1, Integer::sum);
        }
        assertThat(differences()).isEqualTo(planted);
        assertThat(byKind).hasSize(kinds.size());
    }

    private Map<String, List<Integer>> differences() throws IOException {
        Map<String, List<Integer>> differences = new TreeMap<>();
        Path sound = temporary.resolve("sound");
        try (Stream<Path> files = Files.walk(sound)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = sound.relativize(file).toString();
                List<String> before = Files.readAllLines(file, StandardCharsets.UTF_8);
                List<String> after =
                        Files.readAllLines(temporary.resolve("spoilt").resolve(name), StandardCharsets.UTF_8);
                assertThat(after).hasSameSizeAs(before);
                for (int i = 0; i < before.size(); i++) {
                    if (!before.get(i).equals(after.get(i))) {
                        differences.computeIfAbsent(name, n -> new ArrayList<>()).add(i + 1);
                    }
                }
            }
        }
        return differences;
    }

    @Test
    void listsTheSecondOfTwoEqualRows() throws IOException {
        ReturnFolder returns = ReturnFolder.write(
                temporary, Request.of(200, 2).withYears(2020, 2020).withFaults(0.1, Set.of(Fault.ROW_TWICE)));
        List<String> lines = Files.readAllLines(
                temporary.resolve("2020/SSDA903_2020_episodes.csv"), StandardCharsets.UTF_8);
        List<String> twice = returns.planted().stream()
                .filter(line -> line.startsWith("2020/SSDA903_2020_episodes.csv,"))
                .toList();
        assertThat(twice).isNotEmpty().allSatisfy(line -> {
            String[] cells = line.split(",", -1);
            int row = Integer.parseInt(cells[1]);
            assertThat(cells[2]).isEmpty();
            assertThat(cells[3]).isEqualTo("row-twice");
            assertThat(lines.get(row - 1)).isEqualTo(lines.get(row - 2));
        });
    }

    @Test
    void plantsAboutTheShareAskedFor() throws IOException {
        Written written = new Ssda903Generator(Request.of(500, 1).withFaults(0.02, Set.of(Fault.values())))
                .write(temporary);
        assertThat((double) written.planted() / written.rows()).isBetween(0.017, 0.021);
    }
}
