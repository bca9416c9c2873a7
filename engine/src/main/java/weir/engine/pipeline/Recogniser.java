package weir.engine.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import weir.engine.dataset.Catalogue;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.Part;
import weir.engine.dataset.Period;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.IssueSink;
import weir.engine.issue.Place;
import weir.engine.issue.Severity;
import weir.engine.issue.Shape;
import weir.engine.recognise.HeaderMatch;
import weir.engine.recognise.LabelMatch;
import weir.engine.recognise.PathPart;
import weir.engine.recognise.ReturnPeriod;
import weir.engine.recognise.VerticalFinder;

/// Tells the dataset, period, part and table of a file: from what the sender said, then the path, then the header.
public final class Recogniser {

    private final Catalogue datasets;
    private final HeldYears held;
    private final Retention retention;

    /// What becomes of a return outside the years that may be held.
    public enum Retention {
        /// It is refused: it must not be kept.
        REFUSED,
        /// It is checked all the same, with a warning: nothing is kept.
        WARNED
    }

    public Recogniser(Catalogue datasets, LocalDate today, Retention retention) {
        this.datasets = datasets;
        this.held = new HeldYears(today);
        this.retention = retention;
    }

    /// What a table is; empty when it could not be told, which is then an issue.
    ///
    /// @param sheet the name of its sheet; empty in a file that has none
    Optional<Recognised> recognise(
            int source, String file, String sheet, List<String> header, Stated stated, IssueSink issues) {
        if (header.stream().allMatch(String::isBlank)) {
            IssueCode code = header.isEmpty() ? IssueCode.FILE_EMPTY : IssueCode.HEADER_BLANK;
            issues.accept(Issue.error(code, Place.file(file).row(1)));
            return Optional.empty();
        }
        Catalogue possible = candidates(stated);
        Catalogue candidates = possible.filter(id -> !possible.outline(id).isXml());
        if (candidates.ids().isEmpty() && !possible.ids().isEmpty()) {
            issues.accept(Issue.error(IssueCode.FILE_NOT_TABULAR, Place.file(file), "XML"));
            return Optional.empty();
        }
        Optional<Told> told = new Candidates(candidates.likely(header), held, file, stated)
                .find(sheet, header, issues);
        return told.flatMap(found -> accept(source, file, found, issues))
                .filter(recognised -> isHeaderSound(recognised, header, issues));
    }

    /// The dataset that a header fits, that tells its period by its dates, and whose period neither the sender nor the path
    /// says.
    Optional<Dataset> undated(String file, List<String> header, Stated stated) {
        Catalogue likely = candidates(stated).likely(header);
        return likely.filter(id -> likely.outline(id).isDated()).all().stream()
                .filter(dataset -> ReturnPeriod.find(dataset.periodKind(), stated.period(), file) instanceof ReturnPeriod.Finding.Missing)
                .filter(dataset -> DatesOfFile.fitting(dataset, header).isPresent())
                .findFirst();
    }

    /// The datasets a file may be of, as far as the sender has said.
    Catalogue candidates(Stated stated) {
        return stated.dataset().isEmpty() ? datasets : datasets.filter(stated.dataset().get()::equals);
    }

    /// The tables of an XML file of a dataset; none when it could not be told what it is about, which is then an issue.
    ///
    /// @param inHeader the period the header says, which counts when neither the sender nor the path say a year
    List<Recognised> recogniseXml(
            int source, String file, Dataset dataset, Optional<Period> inHeader, Stated stated, IssueSink issues) {
        Stated known = ReturnPeriod.find(dataset.periodKind(), stated.period(), file) instanceof ReturnPeriod.Finding.Found
                ? stated
                : stated.withPeriod(inHeader);
        List<Recognised> tables = new ArrayList<>();
        Optional<Candidates.Version> version = new Candidates(Catalogue.of(List.of(dataset)), held, file, known).version(issues);
        for (Table table : version.map(found -> found.specification().tables()).orElse(List.of())) {
            List<String> names = table.fields().stream().map(field -> field.name().value()).toList();
            Told told = new Told(
                    dataset, version.get().specification(), version.get().period(), HeaderMatch.of(table, names));
            Optional<Recognised> accepted = tables.isEmpty()
                    ? accept(source, file, told, issues)
                    : Optional.of(tables.getFirst().of(told.match()));
            if (accepted.isEmpty()) {
                return List.of();
            }
            tables.add(accepted.get());
        }
        return tables;
    }

    /// What is known of a table before its part and its year are judged.
    record Told(Dataset dataset, Specification specification, Period period, HeaderMatch match) {}

    /// Whether a file is one vertical form. Empty, and an issue, when it is one that cannot be read.
    Optional<VerticalFinder.Finding> vertical(String file, List<String> sheets, Stated stated, IssueSink issues) {
        Place place = Place.file(file);
        VerticalFinder.Finding finding =
                new VerticalFinder(datasets).find(stated.dataset(), stated.table(), file, sheets);
        Optional<Issue> issue = switch (finding) {
            case VerticalFinder.Finding.None _, VerticalFinder.Finding.Found _ -> Optional.empty();
            case VerticalFinder.Finding.Ambiguous(List<String> names) ->
                Optional.of(Issue.error(IssueCode.TABLE_AMBIGUOUS, place, "the name of the file holds " + String.join(" and ", names)));
            case VerticalFinder.Finding.Unknown(List<String> names) ->
                Optional.of(Issue.error(IssueCode.TABLE_UNKNOWN, place, "those of a form that the name of the file tells by "
                        + String.join(" or ", names)));
            case VerticalFinder.Finding.WithoutSheet(String sheet) ->
                Optional.of(Issue.error(IssueCode.SHEET_MISSING, place, sheet));
        };
        issue.ifPresent(issues::accept);
        return issue.isPresent() ? Optional.empty() : Optional.of(finding);
    }

    /// What a vertical form is; empty when it could not be told, which is then an issue.
    ///
    /// @param labels the texts of the label column; none when the sheet has no columns for labels and values
    Optional<Recognised> recogniseVertical(
            int source, String file, VerticalFinder.Finding.Found form, List<String> labels, Stated stated, IssueSink issues) {
        Place place = Place.file(file).table(form.table().value());
        if (labels.isEmpty()) {
            issues.accept(Issue.error(IssueCode.LABEL_COLUMNS_MISSING, place));
            return Optional.empty();
        }
        return new Candidates(Catalogue.of(List.of(form.dataset())), held, file, stated)
                .version(issues)
                .flatMap(version -> version.specification()
                        .table(form.table())
                        .map(table -> new Told(
                                form.dataset(), version.specification(), version.period(), LabelMatch.of(table, labels))))
                .filter(told -> hasAllLabels(told.match(), place, issues))
                .flatMap(told -> accept(source, file, told, issues));
    }

    private static boolean hasAllLabels(HeaderMatch match, Place place, IssueSink issues) {
        if (!match.isWhole()) {
            issues.accept(Issue.error(IssueCode.LABEL_MISSING, place,
                    match.missing().stream().map(FieldName::value).collect(Collectors.joining("; "))));
        }
        return match.isWhole();
    }

    /// Tells the sheets that a workbook of a dataset should have and has not.
    void tellMissingSheets(Dataset dataset, String file, List<String> sheets, IssueSink issues) {
        if (sheets.isEmpty()) {
            return;
        }
        for (String wanted : dataset.sheets()) {
            if (sheets.stream().noneMatch(sheet -> sheet.strip().equalsIgnoreCase(wanted))) {
                issues.accept(Issue.notice(IssueCode.SHEET_MISSING, Place.file(file), wanted));
            }
        }
    }

    private Optional<Recognised> accept(int source, String file, Told told, IssueSink issues) {
        Optional<String> part = part(told.dataset().part(), file, issues);
        return part.filter(_ -> isHeld(told, file, issues))
                .map(name -> new Recognised(
                        source, file, told.dataset(), told.specification(), told.period(), name, told.match()));
    }

    /// The part; empty text where the return has none, nothing where it must have one.
    private static Optional<String> part(Part part, String file, IssueSink issues) {
        if (part.kind() == Part.Kind.NONE) {
            return Optional.of("");
        }
        Optional<String> found = PathPart.find(part.kind(), file);
        if (found.isEmpty()) {
            IssueCode code = part.kind() == Part.Kind.SCHOOL_TYPE
                    ? IssueCode.SCHOOL_TYPE_MISSING
                    : IssueCode.IDENTIFIER_MISSING;
            Severity severity = part.isRequired() ? Severity.ERROR : Severity.WARNING;
            issues.accept(new Issue(code, severity, Place.file(file), "", Shape.NONE));
        }
        return found.or(() -> part.isRequired() ? Optional.empty() : Optional.of(""));
    }

    private boolean isHeld(Told told, String file, IssueSink issues) {
        if (held.isHeld(told.dataset(), told.period())) {
            return true;
        }
        boolean isRefused = retention == Retention.REFUSED;
        issues.accept(new Issue(
                IssueCode.YEAR_OUTSIDE_RETENTION,
                isRefused ? Severity.ERROR : Severity.WARNING,
                Place.file(file),
                held.words(List.of(told.dataset())),
                Shape.NONE));
        return !isRefused;
    }

    /// Tells unknown columns; refuses a file in which it is not clear which column is a field.
    private static boolean isHeaderSound(Recognised recognised, List<String> header, IssueSink issues) {
        HeaderMatch match = recognised.match();
        Place row = Place.file(recognised.file()).table(recognised.table().name().value()).row(1);
        for (int column : match.unknown()) {
            issues.accept(Issue.notice(IssueCode.COLUMN_UNKNOWN, row.field(header.get(column).strip(), column), ""));
        }
        for (int column : match.repeated()) {
            issues.accept(Issue.error(IssueCode.HEADER_DUPLICATE, row.field(header.get(column).strip(), column)));
        }
        for (int column : match.ambiguous()) {
            String fields = match.fieldsLike(header.get(column)).stream()
                    .map(FieldName::value)
                    .collect(Collectors.joining(" or "));
            issues.accept(Issue.error(IssueCode.HEADER_AMBIGUOUS, row.field(header.get(column).strip(), column), fields));
        }
        return match.repeated().isEmpty() && match.ambiguous().isEmpty();
    }
}
