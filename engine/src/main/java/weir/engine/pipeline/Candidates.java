package weir.engine.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import weir.engine.dataset.Catalogue;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Period;
import weir.engine.dataset.Specification;
import weir.engine.dataset.TableName;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.IssueSink;
import weir.engine.issue.Place;
import weir.engine.pipeline.Recogniser.Told;
import weir.engine.recognise.HeaderMatch;
import weir.engine.recognise.ReturnPeriod;
import weir.engine.recognise.ReturnPeriod.Lack;
import weir.engine.recognise.TableFinder;
import weir.engine.recognise.TableFinder.Finding;

/// The datasets that a file may be of, while it is found out.
///
/// The likeliest is tried first, and no other is read when it fits. A dataset with a specification for what the path says
/// comes before the rest: only when none of them fits, the others are tried, to say what the path lacks.
final class Candidates {

    private final Catalogue datasets;
    private final HeldYears held;
    private final String file;
    private final Stated stated;

    Candidates(Catalogue datasets, HeldYears held, String file, Stated stated) {
        this.datasets = datasets;
        this.held = held;
        this.file = file;
        this.stated = stated;
    }

    /// The period of the file and the rules that hold for it.
    record Version(Specification specification, Period period) {}

    /// A table that is not whole, or several that are.
    private record Failed(Issue issue, double share) {}

    /// Empty, and an issue, when no table of any candidate fits.
    ///
    /// @param sheet the name of the sheet, for the issue; empty in a file that has none
    Optional<Told> find(String sheet, List<String> header, IssueSink issues) {
        List<Failed> failed = new ArrayList<>();
        for (DatasetId id : datasets.ids()) {
            Dataset dataset = datasets.dataset(id);
            Optional<Version> version = version(dataset);
            if (version.isPresent()) {
                Optional<HeaderMatch> match = match(version.get().specification(), header, failed);
                if (match.isPresent()) {
                    return match.map(whole ->
                            new Told(dataset, version.get().specification(), version.get().period(), whole));
                }
            }
        }
        Issue issue = lacking(header).orElseGet(() -> unknown(failed));
        issues.accept(sheet.isEmpty() || issue.expected().isEmpty() || issue.place().row().isEmpty() ? issue : onSheet(issue, sheet));
        return Optional.empty();
    }

    /// The rules for the file of the only candidate; empty, and an issue, when there are none.
    Optional<Version> version(IssueSink issues) {
        Dataset only = datasets.dataset(datasets.ids().getFirst());
        Optional<Version> version = version(only);
        if (version.isEmpty()) {
            issues.accept(lack(only));
        }
        return version;
    }

    private Optional<Version> version(Dataset dataset) {
        return ReturnPeriod.find(dataset.periodKind(), stated.period(), file) instanceof ReturnPeriod.Finding.Found(Period period)
                ? dataset.specification(period).map(specification -> new Version(specification, period))
                : Optional.empty();
    }

    private Optional<HeaderMatch> match(Specification specification, List<String> header, List<Failed> failed) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return switch (new TableFinder(specification).find(header, stated.table(), name)) {
            case Finding.Found(HeaderMatch match) -> Optional.of(match);
            case Finding.Ambiguous(List<TableName> tables) -> {
                failed.add(new Failed(ambiguous(tables), 2));
                yield Optional.empty();
            }
            case Finding.Unknown(String nearest, double share) -> {
                failed.add(new Failed(unknown(specification.dataset().value(), "; " + nearest), share));
                yield Optional.empty();
            }
        };
    }

    /// What the path lacks for the first dataset that the header fits in any of its versions.
    private Optional<Issue> lacking(List<String> header) {
        return datasets.all().stream()
                .filter(dataset -> version(dataset).isEmpty())
                .filter(dataset -> dataset.versions().reversed().stream()
                        .anyMatch(version -> match(version, header, new ArrayList<>()).isPresent()))
                .findFirst()
                .map(this::lack);
    }

    /// Why a dataset has no rules for the file.
    private Issue lack(Dataset dataset) {
        Place place = Place.file(file);
        return switch (ReturnPeriod.find(dataset.periodKind(), stated.period(), file)) {
            case ReturnPeriod.Finding.Missing(Lack lack) -> Issue.error(
                    switch (lack) {
                        case YEAR -> IssueCode.YEAR_MISSING;
                        case MONTH -> IssueCode.MONTH_MISSING;
                        case TERM -> IssueCode.TERM_MISSING;
                    },
                    place);
            // A year that nobody may hold any more needs no specification: that is what the sender is told then.
            case ReturnPeriod.Finding.Found(Period period) -> held.isPast(List.of(dataset), period.year())
                    ? Issue.error(IssueCode.YEAR_OUTSIDE_RETENTION, place, held.words(List.of(dataset)))
                    : Issue.error(IssueCode.YEAR_WITHOUT_SCHEMA, place, years(dataset));
        };
    }

    private static String years(Dataset dataset) {
        return dataset.last()
                .map(last -> "from " + first(dataset) + " to " + last.year())
                .orElseGet(() -> first(dataset) + " or later");
    }

    private static int first(Dataset dataset) {
        return dataset.versions().stream()
                .map(version -> version.since().year())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// The issue of a header, with the sheet that it stands on.
    private static Issue onSheet(Issue issue, String sheet) {
        return Issue.error(issue.code(), issue.place(), issue.expected() + "; on the sheet " + sheet);
    }

    private Issue ambiguous(List<TableName> tables) {
        String names = tables.stream().map(TableName::value).collect(Collectors.joining(" and "));
        return Issue.error(IssueCode.TABLE_AMBIGUOUS, Place.file(file).row(1), names);
    }

    /// The nearest of the failures; what could have been, when nothing is near.
    private Issue unknown(List<Failed> failed) {
        Optional<Failed> nearest = failed.stream().filter(one -> one.share() > 0).max(Comparator.comparingDouble(Failed::share));
        String any = datasets.ids().size() == 1 ? datasets.ids().getFirst().value() : "any dataset";
        return nearest.map(Failed::issue).orElseGet(() -> unknown(any, ""));
    }

    private Issue unknown(String dataset, String nearest) {
        return Issue.error(
                IssueCode.TABLE_UNKNOWN, Place.file(file).row(1), "all those of one table of " + dataset + nearest);
    }
}
