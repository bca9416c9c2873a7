package weir.engine.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Holds every shipped dataset of tables against the facts of the published schemas, field by field and year by year,
/// where a copy of these lies beside the repository: names and their order, types, ranges, codes and the ways they may be
/// written, what may be blank, and the patterns of headers. What differs is written down here with its reason.
class PublishedTablesTest {

    /// A difference that is meant. @param what a regular expression for the whole line of the difference
    private record Meant(String what, String why) {}

    private static final Meant RENAMED = new Meant(
            "(pnw_census|school_census) .* order: .*", "a field that is renamed stays where it stood; the published schemas move it to the end");

    private final PublishedTables published = new PublishedTables();
    private final List<String> differences = new ArrayList<>();

    private static Path folder(String name) {
        Path folder = ShippedDatasets.reference().resolve(name);
        assumeTrue(Files.isDirectory(folder), "The published schemas do not lie beside this repository.");
        return folder;
    }

    @Test
    void childrenLookedAfter() throws IOException {
        Path folder = folder("ssda903");
        published.begin(folder.resolve("SSDA903_schema_2017.yml"), "");
        compare("ssda903", Period.ofYear(2017));
        for (int year = 2018; year <= 2027; year++) {
            Path file = folder.resolve("SSDA903_schema_" + year + ".diff.yml");
            if (Files.exists(file)) {
                published.change(file, "");
            }
            compare("ssda903", Period.ofYear(year));
        }
        assertOnly();
    }

    @Test
    void annexA() throws IOException {
        published.begin(folder("annex_a").resolve("Annex_A_schema.yml"), "");
        compare("annex_a", Period.ofMonth(2024, 1));
        assertOnly(
                new Meant(".*Age of Child \\(Years\\) type: published integer 0 to any, ours age 0 to any",
                        "ages may have decimals and be written in words; they are cut to years"),
                new Meant(".* code (zzcodeerror|-|\\.|\\.\\.|<blank>): published .*, ours none",
                        "a code that stands for no value is left out, so that such a cell is told as wrong"),
                new Meant(".*list_8.LA of Placement code data not captured in mosaic: .*",
                        "'nan' means the first of its two codes that is left"),
                new Meant(".*list_8.LA of Placement code (essex|hampshire|leicester city|london borough of).*: published \\[\\], ours none",
                        "another way to write a code that stands before it can never be a code of its own"),
                new Meant(".*list_8.LA of Placement code northamptonshire: .*",
                        "West Northamptonshire is an authority of its own, and has a code of its own in the same list"),
                new Meant(".*list_9.Activity Status code .*",
                        "the published patterns misspell 'training', and take [^other] for 'not the word other'"));
    }

    @Test
    void needsAndStrengths() throws IOException {
        published.begin(folder("cans").resolve("CANS_schema.yml"), "");
        compare("cans", Period.ofMonth(2024, 1));
        assertOnly();
    }

    @Test
    void placementsOfTheNorthWest() throws IOException {
        Path folder = folder("pnw_census");
        published.begin(folder.resolve("pnw_census_schema_2019_jun.yml"), "");
        compare("pnw_census", Period.ofMonth(2019, 6));
        for (String since : List.of("2020-12 dec", "2021-03 mar", "2022-03 mar", "2025-12 dec")) {
            published.change(folder.resolve("pnw_census_schema_" + since.substring(0, 4) + "_" + since.substring(8) + ".diff.yml"), "");
            compare("pnw_census", Period.parse(since.substring(0, 7)).orElseThrow());
        }
        assertOnly(RENAMED);
    }

    @Test
    void costsOfPlacements() throws IOException {
        published.begin(folder("s251").resolve("S251_schema_2023.yml"), "");
        compare("s251", Period.ofMonth(2023, 3));
        assertOnly(new Meant(".*(cost|Contribution).* type: published currency any to any, ours decimal 0 to any, places 2",
                "an amount of money has pounds and pence and is not below nothing"));
    }

    @Test
    void schoolCensus() throws IOException {
        Path folder = folder("school_census");
        for (Period.Term term : Period.Term.values()) {
            published.begin(folder.resolve("school_census_schema_2015.yml"), term.word());
            if (term == Period.Term.AUTUMN) {
                compare("school_census", Period.ofTerm(2015, term));
            }
            for (int year = 2016; year <= 2026; year++) {
                published.change(folder.resolve("school_census_schema_" + year + ".diff.yml"), term.word());
                compare("school_census", Period.ofTerm(year, term));
            }
        }
        assertOnly(RENAMED);
    }

    private void compare(String dataset, Period period) {
        Specification ours = ShippedDatasets.read(dataset).specification(period).orElseThrow();
        String at = dataset + " " + period + " ";
        say(at + "tables", published.tables().keySet().stream().sorted().toList(),
                ours.tables().stream().map(table -> table.name().value()).sorted().toList());
        for (Table table : ours.tables()) {
            Map<String, Object> columns = published.tables().getOrDefault(table.name().value(), Map.of());
            List<String> expected = columns.keySet().stream().map(String::strip).toList();
            List<String> actual = table.fields().stream().map(field -> field.name().value()).toList();
            say(at + table.name() + " fields", expected.stream().sorted().toList(), actual.stream().sorted().toList());
            if (expected.size() == actual.size()) {
                say(at + table.name() + " order", expected, actual);
            }
            for (Field field : table.fields()) {
                if (columns.containsKey(field.name().value())) {
                    compare(at + table.name() + "." + field.name(), PublishedFields.of(PublishedTables.map(columns.get(field.name().value()))),
                            PublishedFields.of(field));
                }
            }
        }
    }

    private void compare(String at, Map<String, String> expected, Map<String, String> actual) {
        TreeSet<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        keys.forEach(key -> say(at + " " + key, expected.getOrDefault(key, "none"), actual.getOrDefault(key, "none")));
    }

    private void say(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            differences.add(String.format(Locale.ROOT, "%s: published %s, ours %s", what, expected, actual));
        }
    }

    private void assertOnly(Meant... meant) {
        List<String> others = differences.stream()
                .filter(line -> Stream.of(meant).noneMatch(one -> line.matches("(?s)" + one.what())))
                .toList();
        assertThat(others).isEmpty();
        assertThat(Stream.of(meant).filter(one -> differences.stream().noneMatch(line -> line.matches("(?s)" + one.what()))))
                .as("every difference that is meant occurs").isEmpty();
    }
}
