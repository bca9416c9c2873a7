package weir.engine.dataset.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import weir.engine.dataset.Period;
import weir.engine.dataset.Period.Term;
import weir.engine.dataset.internal.ChainReader.Version;
import weir.engine.yaml.Faults;
import weir.engine.yaml.Nearest;
import weir.engine.yaml.Section;
import weir.engine.yaml.YamlValue;
import weir.engine.yaml.YamlValue.Entry;
import weir.engine.yaml.YamlValue.Scalar;

/// The periods that a dataset's versions hold from: the first from its main file, the later ones from the names of
/// their files.
final class Periods {

    private final Folder folder;
    private final Section main;
    private final Period.Kind kind;
    private final Set<String> reported = new HashSet<>();

    Periods(Folder folder, Section main, Period.Kind kind) {
        this.folder = folder;
        this.main = main;
        this.kind = kind;
    }

    /// The first period; the year 0 after a fault, and for a dataset without periods.
    Period first() {
        if (kind == Period.Kind.NONE) {
            return Period.ofYear(0);
        }
        return main.value("first").flatMap(this::period).orElseGet(() -> missing(Period.ofYear(0)));
    }

    /// The first period of a term, whose year stands alone or under the name of the term.
    Period first(Term term) {
        Optional<YamlValue> first = main.value("first");
        if (first.isPresent() && first.get() instanceof YamlValue.Mapping) {
            first = main.entries("first").stream()
                    .filter(entry -> entry.key().equals(term.word()))
                    .map(Entry::value)
                    .findFirst();
        }
        return first.flatMap(this::text)
                .flatMap(year -> Period.parse(year + "-" + term.word()))
                .orElseGet(() -> missing(Period.ofTerm(0, term)));
    }

    private Period missing(Period otherwise) {
        main.fault("first", main.has("first")
                ? "'first' must be a period like " + firstExample() + "."
                : "'first' is missing: add the period from which the tables hold, as in 2017.");
        return otherwise;
    }

    private String firstExample() {
        return kind == Period.Kind.TERM ? "2019, alone or for each term" : example();
    }

    private Optional<String> text(YamlValue value) {
        return value instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }

    private Optional<Period> period(YamlValue value) {
        return text(value).flatMap(Period::parse).filter(this::suits);
    }

    /// The versions behind the first, of its term when it has one, oldest first.
    List<Version> later(Period first) {
        List<Version> versions = new ArrayList<>();
        for (String name : folder.namesIn("versions")) {
            String file = "versions/" + name + ".yaml";
            Optional<Period> since = Period.parse(name).filter(this::suits);
            if (kind == Period.Kind.NONE) {
                report(file, "A dataset without periods has one version: remove this file, or set 'period'.");
            } else if (since.isEmpty()) {
                report(file, "The file must be named by the period it holds from, as in " + example() + ".yaml.");
            } else if (since.get().term().equals(first.term())) {
                if (since.get().compareTo(first) <= 0) {
                    report(file, "This version is out of order: the first version holds from " + first + ".");
                } else {
                    versions.add(new Version(file, since.get()));
                }
            }
        }
        versions.sort(Comparator.comparing(Version::since));
        return versions;
    }

    private void report(String file, String sentence) {
        if (reported.add(file)) {
            folder.faults(file).add(0, sentence);
        }
    }

    private boolean suits(Period period) {
        return switch (kind) {
            case NONE -> false;
            case YEAR -> period.month().isEmpty() && period.term().isEmpty();
            case MONTH -> period.term().isEmpty();
            case TERM -> period.term().isPresent();
        };
    }

    private String example() {
        return switch (kind) {
            case NONE, YEAR -> "2019";
            case MONTH -> "2019-06";
            case TERM -> "2019-autumn";
        };
    }

    /// A term by its word; empty, and a fault, when there is none of that name.
    static Optional<Term> term(String word, int line, Faults faults) {
        List<String> words = Arrays.stream(Term.values()).map(Term::word).toList();
        Optional<Term> term = Arrays.stream(Term.values()).filter(known -> known.word().equals(word)).findFirst();
        if (term.isEmpty()) {
            faults.add(line, "'" + word + "' is not a term; known are " + String.join(", ", words) + "."
                    + Nearest.question(word, words));
        }
        return term;
    }
}
