package weir.app.golden;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weir.app.Folders;
import weir.app.WeirProgram;
import weir.app.WeirProgram.Ended;

import static org.assertj.core.api.Assertions.assertThat;

/// Runs the cases below `app/src/test/resources/cases`.
///
/// A case is a folder with
/// - `about.txt`: what it shows;
/// - `command`: one command a line, run one after the other in a folder that has `in`; an optional first line
///   `at 2023-05-31T10:00:00Z` sets the clock;
/// - `in/`: the input;
/// - `datasets/`, if there are any: files laid over the published datasets;
/// - `expected/`: `exit`, `stdout.txt`, `stderr.txt`, and every CSV file the commands wrote, below their folders.
///
/// `-Dweir.update=true` rewrites `expected`; look at the difference before you commit it.
final class CasesTest {

    @TempDir
    private Path temporary;

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(folder())) {
            return folders.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Path folder() {
        return WeirProgram.root().resolve("app/src/test/resources/cases");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesWhatItSays(String name) throws IOException {
        Path given = folder().resolve(name);
        assertThat(given.resolve("about.txt")).isNotEmptyFile();
        Map<String, String> actual = run(given);
        Path expected = given.resolve("expected");
        if (Boolean.getBoolean("weir.update")) {
            Folders.delete(expected);
            for (Map.Entry<String, String> file : actual.entrySet()) {
                Folders.write(expected.resolve(file.getKey()), file.getValue());
            }
        }
        assertThat(actual)
                .as("%s; if the difference is meant, run again with -Dweir.update=true",
                        Files.readString(given.resolve("about.txt"), StandardCharsets.UTF_8))
                .isEqualTo(Folders.texts(expected, _ -> true));
    }

    private Map<String, String> run(Path given) throws IOException {
        Path work = temporary.toRealPath();
        Folders.copy(given.resolve("in"), work.resolve("in"));
        Path datasets = work.resolve(".datasets");
        Folders.copy(WeirProgram.root().resolve("datasets"), datasets);
        Folders.copy(given.resolve("datasets"), datasets);
        WeirProgram weir = WeirProgram.withDatasets(datasets);
        StringBuilder exits = new StringBuilder();
        StringBuilder out = new StringBuilder();
        StringBuilder err = new StringBuilder();
        for (String line : Files.readAllLines(given.resolve("command"), StandardCharsets.UTF_8)) {
            if (line.startsWith("at ")) {
                weir = weir.at(Instant.parse(line.substring(3)));
                continue;
            }
            Ended ended = weir.run((Object[]) words(line, work));
            exits.append(ended.exit()).append('\n');
            out.append(ended.out());
            err.append(ended.err());
        }
        Map<String, String> actual = new TreeMap<>(written(work));
        actual.put("exit", exits.toString());
        put(actual, "stdout.txt", out, work);
        put(actual, "stderr.txt", err, work);
        return actual;
    }

    /// A word that begins with `./` is a path below the working folder.
    private static String[] words(String line, Path work) {
        return List.of(line.split(" ", -1)).stream()
                .map(word -> word.startsWith("./") ? work.resolve(word.substring(2)).toString() : word)
                .toArray(String[]::new);
    }

    private static Map<String, String> written(Path work) throws IOException {
        return Folders.texts(
                work,
                path -> path.endsWith(".csv") && !path.startsWith("in/") && !path.startsWith(".datasets/"));
    }

    private static void put(Map<String, String> actual, String name, StringBuilder text, Path work) {
        if (!text.isEmpty()) {
            actual.put(name, text.toString().replace(work.toString(), "."));
        }
    }
}
