package weir.engine.dataset;

import java.util.List;
import java.util.Optional;

/// The tables of a dataset as they stand from one period on.
///
/// @param dataset the dataset
/// @param since   the first period these rules hold for
/// @param source  where this version is published
/// @param reasons what changed from the version before, a sentence each; empty for the first
/// @param tables  the tables, in the order in which headers are tried
public record Specification(
        DatasetId dataset, Period since, String source, List<String> reasons, List<Table> tables) {

    public Specification {
        reasons = List.copyOf(reasons);
        tables = List.copyOf(tables);
    }

    public Optional<Table> table(TableName name) {
        return tables.stream()
                .filter(table -> table.name().value().equalsIgnoreCase(name.value()))
                .findFirst();
    }
}
