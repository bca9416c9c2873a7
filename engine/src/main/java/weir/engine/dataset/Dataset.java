package weir.engine.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A named collection of tables with its specification for every period, and what each use case may take.
///
/// @param id         its name
/// @param title      what it is, in words
/// @param periodKind what its periods are made of
/// @param inData     how the dates in its returns tell their period; empty when they do not
/// @param part       what tells several returns of an organisation and a period apart
/// @param last       the last period its rules are known for; empty when the latest rules hold until others come
/// @param xml        how its returns name themselves when they are XML; empty when they are tables
/// @param sources    the publications its rules come from
/// @param sheets     the sheets a workbook of it has, in order; empty when that is left open
/// @param versions   the specifications, oldest first; never empty. Those of a dataset by term form a chain per term
/// @param useCases   the use cases, in the order of their files
public record Dataset(
        DatasetId id,
        String title,
        Period.Kind periodKind,
        Optional<DatedPeriod> inData,
        Part part,
        Optional<Period> last,
        Optional<XmlReturn> xml,
        List<Source> sources,
        List<String> sheets,
        List<Specification> versions,
        List<UseCase> useCases) {

    public Dataset {
        sources = List.copyOf(sources);
        sheets = List.copyOf(sheets);
        versions = List.copyOf(versions);
        useCases = List.copyOf(useCases);
    }

    /// The rules that hold for a period: the newest version that is not later, of the same term where terms have rules
    /// of their own. Empty when the period lies before the first version or behind the dataset's last period; any other
    /// period later than the last version gets the last.
    public Optional<Specification> specification(Period period) {
        if (last.isPresent() && period.compareTo(last.get()) > 0) {
            return Optional.empty();
        }
        return versions.stream()
                .filter(version -> periodKind != Period.Kind.TERM || version.since().term().equals(period.term()))
                .filter(version -> version.since().compareTo(period) <= 0)
                .reduce((a, b) -> b);
    }

    /// The versions that follow one another, oldest first: a chain per term for a dataset by term, in the order of a
    /// calendar year; otherwise one chain.
    public List<List<Specification>> chains() {
        if (periodKind != Period.Kind.TERM) {
            return List.of(versions);
        }
        return Arrays.stream(Period.Term.values())
                .map(term -> versions.stream()
                        .filter(version -> version.since().term().filter(term::equals).isPresent())
                        .toList())
                .filter(chain -> !chain.isEmpty())
                .toList();
    }

    public Specification latest() {
        return versions.getLast();
    }

    public Optional<UseCase> useCase(UseCaseName name) {
        return useCases.stream().filter(useCase -> useCase.name().equals(name)).findFirst();
    }

    /// The names of all tables of all versions, in the order of the latest, then those that later versions lack.
    public List<TableName> tableNames() {
        return versions.reversed().stream()
                .flatMap(version -> version.tables().stream())
                .map(Table::name)
                .distinct()
                .toList();
    }
}
