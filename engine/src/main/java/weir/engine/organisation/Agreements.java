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
    private final boolean isOwn;

    Agreements(Map<DatasetId, Set<UseCaseName>> signed) {
        this(signed, false);
    }

    private Agreements(Map<DatasetId, Set<UseCaseName>> signed, boolean isOwn) {
        this.isOwn = isOwn;
        Map<DatasetId, Set<UseCaseName>> copy = new HashMap<>();
        signed.forEach((dataset, useCases) -> copy.put(dataset, Set.copyOf(useCases)));
        this.signed = Map.copyOf(copy);
    }

    /// Nothing is signed.
    public static Agreements none() {
        return new Agreements(Map.of());
    }

    /// Nothing needs to be signed, because nothing leaves: for whoever holds the data and works for itself alone.
    public static Agreements ofOwnUse() {
        return new Agreements(Map.of(), true);
    }

    public boolean hasSigned(DatasetId dataset, UseCaseName useCase) {
        return signed.getOrDefault(dataset, Set.of()).contains(useCase);
    }

    /// Whether any use case that the dataset still has is signed, or nothing leaves.
    public boolean hasSignedAny(Dataset dataset) {
        return isOwn || !signedOf(dataset).isEmpty();
    }

    /// The signed use cases of a dataset, in the dataset's order.
    public List<UseCase> signedOf(Dataset dataset) {
        return dataset.useCases().stream()
                .filter(useCase -> hasSigned(dataset.id(), useCase.name()))
                .toList();
    }
}
