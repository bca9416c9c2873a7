package weir.app.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weir.app.WeirProgram;

import static org.assertj.core.api.Assertions.assertThat;

/// Holds the lists of facts to their word: every fact stands there once, in order, and each test and case that it names exists.
final class FactsTest {

    private static final Pattern FACT = Pattern.compile("^(\\d+) +(.*)$");
    private static final Pattern SHOWN_BY = Pattern.compile("(\\w+Test)#(\\w+)|case ([a-z0-9-]+)");

    private final Path cases = WeirProgram.root().resolve("app/src/test/resources/cases");

    /// The lines of each fact.
    private Map<Integer, String> facts(String list) throws IOException {
        Map<Integer, String> facts = new TreeMap<>();
        int number = 0;
        for (String line : Files.readAllLines(cases.resolve(list), StandardCharsets.UTF_8)) {
            Matcher matcher = FACT.matcher(line);
            if (matcher.matches()) {
                number = Integer.parseInt(matcher.group(1));
                assertThat(facts.put(number, matcher.group(2))).as("fact %s stands once", number).isNull();
            } else if (number > 0) {
                facts.merge(number, line, (a, b) -> a + "\n" + b);
            }
        }
        return facts;
    }

    @ParameterizedTest
    @CsvSource({"facts.txt, 34", "stream-facts.txt, 40"})
    void everyFactIsNamedAndShown(String list, int count) throws IOException {
        assertThat(facts(list).keySet()).containsExactlyElementsOf(IntStream.rangeClosed(1, count).boxed().toList());
        assertThat(facts(list)).allSatisfy((_, text) -> assertThat(SHOWN_BY.matcher(text).find()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"facts.txt", "stream-facts.txt"})
    void whatShowsAFactExists(String list) throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = new ArrayList<>();
        facts(list).forEach((number, text) -> SHOWN_BY.matcher(text).results().filter(shown -> !exists(shown, tests))
                .forEach(shown -> missing.add(number + " " + shown.group())));
        assertThat(missing).isEmpty();
    }

    private boolean exists(MatchResult shown, Map<String, String> tests) {
        return shown.group(3) != null
                ? Files.isDirectory(cases.resolve(shown.group(3)))
                : tests.getOrDefault(shown.group(1), "").contains(" void " + shown.group(2) + "(");
    }

    /// The text of each test class of every module.
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new TreeMap<>();
        for (String module : List.of("engine", "platform", "collect", "stream", "app")) {
            try (Stream<Path> files = Files.walk(WeirProgram.root().resolve(module).resolve("src/test/java"))) {
                files.filter(file -> file.toString().endsWith("Test.java")).forEach(file -> tests.put(
                        String.valueOf(file.getFileName()).replace(".java", ""), text(file)));
            }
        }
        return tests;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
