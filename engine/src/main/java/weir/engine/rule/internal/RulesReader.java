package weir.engine.rule.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import weir.engine.dataset.Dataset;
import weir.engine.dataset.FaultySpecification;
import weir.engine.dataset.Problem;
import weir.engine.rule.Rule;
import weir.engine.rule.RuleBook;
import weir.engine.yaml.Faults;
import weir.engine.yaml.Section;
import weir.engine.yaml.YamlFile;
import weir.engine.yaml.YamlValue;
import weir.engine.yaml.YamlValue.Mapping;

/// Reads the rules of a dataset and checks each against the tables of every version it holds for.
public final class RulesReader {

    private final Dataset dataset;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    private RulesReader(Dataset dataset) {
        this.dataset = dataset;
    }

    /// @param folder the dataset's folder; without a folder `rules` in it there are none
    /// @throws FaultySpecification with every problem of every file
    public static RuleBook read(Path folder, Dataset dataset) {
        RulesReader reader = new RulesReader(dataset);
        for (Path file : files(folder.resolve("rules"))) {
            reader.readFile(file);
        }
        reader.checkPeriods();
        if (!reader.problems.isEmpty()) {
            throw new FaultySpecification(reader.problems);
        }
        return new RuleBook(dataset.id(), reader.rules);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readFile(Path file) {
        String name = dataset.id() + "/rules/" + file.getFileName();
        Faults faults = new Faults(name, (place, line, sentence) -> problems.add(new Problem(place, line, sentence)));
        try {
            YamlFile.read(file, faults).ifPresent(top -> readRules(new Section(RuleLanguage.RULES, top, faults)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readRules(Section file) {
        for (YamlValue item : file.items("rules")) {
            if (item instanceof Mapping mapping) {
                Section section = new Section(RuleLanguage.RULE, mapping, file.faults());
                new RuleReader(dataset, file, section).read().ifPresent(rules::add);
            } else {
                file.faults().add(item.line(), "A rule is a mapping of keys to values; found " + item.words() + ".");
            }
        }
    }

    /// A code may stand several times, as it changed over the years, but for one period only once.
    private void checkPeriods() {
        for (int i = 0; i < rules.size(); i++) {
            for (Rule other : rules.subList(0, i)) {
                Rule rule = rules.get(i);
                if (rule.code().equals(other.code()) && overlap(rule, other)) {
                    problems.add(new Problem(dataset.id() + "/rules", 0, "The rule " + rule.code()
                            + " stands twice for one period: end the older with 'to'."));
                }
            }
        }
    }

    private static boolean overlap(Rule a, Rule b) {
        return isAfter(a.since(), b.until()) && isAfter(b.since(), a.until());
    }

    private static boolean isAfter(weir.engine.dataset.Period since, Optional<weir.engine.dataset.Period> until) {
        return until.filter(last -> last.compareTo(since) < 0).isEmpty();
    }
}
