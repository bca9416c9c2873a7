package weir.engine.dataset;

import java.util.List;
import java.util.Optional;

/// A named collection of tables with its specification for every period, and what each use case may take.
///
/// @param id         its name
/// @param title      what it is, in words
/// @param periodKind what its periods are made of
/// @param sources    the publications its rules come from
/// @param versions   the specifications, oldest first; never empty
/// @param useCases   the use cases, in the order of their files
public record Dataset(
        DatasetId id,
        String title,
        Period.Kind periodKind,
        List<Source> sources,
        List<Specification> versions,
        List<UseCase> useCases) {

    public Dataset {
        sources = List.copyOf(sources);
        versions = List.copyOf(versions);
        useCases = List.copyOf(useCases);
    }

    /// The rules that hold for a period: the newest version that is not later. Empty when the period lies before the
    /// first version; a period later than the last version gets the last.
    public Optional<Specification> specification(Period period) {
        return versions.stream().filter(version -> version.since().compareTo(period) <= 0).reduce((a, b) -> b);
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
