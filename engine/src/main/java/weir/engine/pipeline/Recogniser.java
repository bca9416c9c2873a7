package weir.engine.pipeline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import weir.engine.dataset.Dataset;
import weir.engine.dataset.Period;
import weir.engine.dataset.Specification;
import weir.engine.dataset.TableName;
import weir.engine.dataset.UseCase;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.IssueSink;
import weir.engine.issue.Place;
import weir.engine.issue.Severity;
import weir.engine.issue.Shape;
import weir.engine.recognise.HeaderMatch;
import weir.engine.recognise.PathYear;
import weir.engine.recognise.RetentionWindow;
import weir.engine.recognise.TableFinder;
import weir.engine.recognise.TableFinder.Finding;

/// Tells the dataset, period and table of a file: from what the sender said, then the path, then the header.
public final class Recogniser {

    private final List<Dataset> datasets;
    private final LocalDate today;
    private final Retention retention;

    /// What becomes of a return outside the years that may be held.
    public enum Retention {
        /// It is refused: it must not be kept.
        REFUSED,
        /// It is checked all the same, with a warning: nothing is kept.
        WARNED
    }

    public Recogniser(List<Dataset> datasets, LocalDate today, Retention retention) {
        this.datasets = List.copyOf(datasets);
        this.today = today;
        this.retention = retention;
    }

    /// What a table is; empty when it could not be told, which is then an issue.
    Optional<Recognised> recognise(int source, String file, List<String> header, Stated stated, IssueSink issues) {
        Place place = Place.file(file);
        if (header.stream().allMatch(String::isBlank)) {
            issues.accept(Issue.error(header.isEmpty() ? IssueCode.FILE_EMPTY : IssueCode.HEADER_BLANK, place.row(1)));
            return Optional.empty();
        }
        Optional<Period> period = stated.period().or(() -> periodOf(file));
        if (period.isEmpty()) {
            issues.accept(Issue.error(IssueCode.YEAR_MISSING, place));
            return Optional.empty();
        }
        Optional<Recognised> found = find(source, file, header, stated, period.get(), issues);
        return found.filter(recognised -> isHeld(recognised, place, issues))
                .filter(recognised -> isHeaderSound(recognised, header, issues));
    }

    private static Optional<Period> periodOf(String file) {
        OptionalInt year = PathYear.find(file);
        return year.isPresent() ? Optional.of(Period.ofYear(year.getAsInt())) : Optional.empty();
    }

    private Optional<Recognised> find(
            int source, String file, List<String> header, Stated stated, Period period, IssueSink issues) {
        List<Dataset> candidates = datasets.stream()
                .filter(dataset -> stated.dataset().isEmpty() || stated.dataset().get().equals(dataset.id()))
                .toList();
        List<Dataset> covering = candidates.stream()
                .filter(dataset -> dataset.specification(period).isPresent())
                .toList();
        if (covering.isEmpty()) {
            issues.accept(withoutSpecification(file, period, candidates));
            return Optional.empty();
        }
        String name = file.substring(file.lastIndexOf('/') + 1);
        Optional<Issue> best = Optional.empty();
        for (Dataset dataset : covering) {
            Specification specification = dataset.specification(period).orElseThrow();
            switch (new TableFinder(specification).find(header, stated.table(), name)) {
                case Finding.Found(HeaderMatch match) -> {
                    return Optional.of(new Recognised(source, file, dataset, specification, period, match));
                }
                case Finding.Ambiguous(List<TableName> tables) -> best = Optional.of(ambiguous(file, tables));
                case Finding.Unknown(String nearest) -> best = best.or(() -> Optional.of(unknown(file, dataset, nearest)));
            }
        }
        best.ifPresent(issues::accept);
        return Optional.empty();
    }

    /// A year that nobody may hold any more needs no specification: that is what the sender is told then.
    private Issue withoutSpecification(String file, Period period, List<Dataset> candidates) {
        Optional<RetentionWindow> window = candidates.stream()
                .flatMap(dataset -> window(dataset).stream())
                .reduce(Recogniser::widest);
        return window.filter(held -> period.year() < held.first())
                .map(held -> Issue.error(IssueCode.YEAR_OUTSIDE_RETENTION, Place.file(file), words(held)))
                .orElseGet(() -> Issue.error(
                        IssueCode.YEAR_WITHOUT_SCHEMA, Place.file(file), firstYears(candidates)));
    }

    private static Issue ambiguous(String file, List<TableName> tables) {
        String names = tables.stream().map(TableName::value).collect(Collectors.joining(" and "));
        return Issue.error(IssueCode.TABLE_AMBIGUOUS, Place.file(file).row(1), names);
    }

    private static Issue unknown(String file, Dataset dataset, String nearest) {
        String expected = "all those of one table of " + dataset.id() + (nearest.isEmpty() ? "" : "; " + nearest);
        return Issue.error(IssueCode.TABLE_UNKNOWN, Place.file(file).row(1), expected);
    }

    private static String firstYears(List<Dataset> candidates) {
        return candidates.stream()
                .map(dataset -> dataset.versions().getFirst().since())
                .min(Comparator.naturalOrder())
                .map(first -> first.year() + " or later")
                .orElse("");
    }

    /// The years that any use case of the dataset may hold.
    private Optional<RetentionWindow> window(Dataset dataset) {
        return dataset.useCases().stream()
                .map(UseCase::retention)
                .map(rule -> RetentionWindow.on(today, rule.years(), rule.startMonth()))
                .reduce(Recogniser::widest);
    }

    private static RetentionWindow widest(RetentionWindow a, RetentionWindow b) {
        return new RetentionWindow(Math.min(a.first(), b.first()), Math.max(a.last(), b.last()));
    }

    private static String words(RetentionWindow window) {
        return String.format(Locale.ROOT, "from %d to %d", window.first(), window.last());
    }

    private boolean isHeld(Recognised recognised, Place place, IssueSink issues) {
        Optional<RetentionWindow> window = window(recognised.dataset());
        int year = recognised.period().year();
        if (window.isEmpty() || window.get().contains(year)) {
            return true;
        }
        boolean isRefused = retention == Retention.REFUSED;
        issues.accept(new Issue(
                IssueCode.YEAR_OUTSIDE_RETENTION,
                isRefused ? Severity.ERROR : Severity.WARNING,
                place,
                words(window.get()),
                Shape.NONE));
        return !isRefused;
    }

    /// Tells unknown columns; refuses a file in which two columns claim to be one field.
    private static boolean isHeaderSound(Recognised recognised, List<String> header, IssueSink issues) {
        Place row = Place.file(recognised.file()).table(recognised.table().name().value()).row(1);
        for (int column : recognised.match().unknown()) {
            issues.accept(Issue.notice(IssueCode.COLUMN_UNKNOWN, row.field(header.get(column).strip(), column), ""));
        }
        for (int column : recognised.match().repeated()) {
            issues.accept(Issue.error(IssueCode.HEADER_DUPLICATE, row.field(header.get(column).strip(), column)));
        }
        return recognised.match().repeated().isEmpty();
    }
}
