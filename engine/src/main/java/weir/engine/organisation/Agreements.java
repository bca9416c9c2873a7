package weir.engine.organisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import weir.engine.dataset.Dataset;
import weir.engine.dataset.DatasetId;
import weir.engine.dataset.UseCase;
import weir.engine.dataset.UseCaseName;

/// The use cases of each dataset that one organisation has signed. What is not signed does not leave it.
public final class Agreements {

    private final Map<DatasetId, Set<UseCaseName>> signed;

    Agreements(Map<DatasetId, Set<UseCaseName>> signed) {
        Map<DatasetId, Set<UseCaseName>> copy = new HashMap<>();
        signed.forEach((dataset, useCases) -> copy.put(dataset, Set.copyOf(useCases)));
        this.signed = Map.copyOf(copy);
    }

    /// Nothing is signed.
    public static Agreements none() {
        return new Agreements(Map.of());
    }

    /// Every use case of these datasets is signed: for whoever holds the data and works for itself alone.
    public static Agreements all(List<Dataset> datasets) {
        Map<DatasetId, Set<UseCaseName>> signed = new HashMap<>();
        datasets.forEach(dataset -> signed.put(
                dataset.id(),
                Set.copyOf(dataset.useCases().stream().map(UseCase::name).toList())));
        return new Agreements(signed);
    }

    public boolean hasSigned(DatasetId dataset, UseCaseName useCase) {
        return signed.getOrDefault(dataset, Set.of()).contains(useCase);
    }

    /// Whether any use case that the dataset still has is signed.
    public boolean hasSignedAny(Dataset dataset) {
        return !signedOf(dataset).isEmpty();
    }

    /// The signed use cases of a dataset, in the dataset's order.
    public List<UseCase> signedOf(Dataset dataset) {
        return dataset.useCases().stream()
                .filter(useCase -> hasSigned(dataset.id(), useCase.name()))
                .toList();
    }
}
