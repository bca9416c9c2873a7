package weir.engine.organisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import weir.engine.dataset.Dataset;
import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Period;
import weir.engine.dataset.UseCase;
import weir.engine.dataset.UseCaseName;

/// The use cases of each dataset that one organisation has signed, and the periods it may not hand in. What is not signed does
/// not leave it.
public final class Agreements {

    private final Map<DatasetId, Set<UseCaseName>> signed;
    private final Map<DatasetId, Set<Period>> closed;
    private final boolean isOwn;

    Agreements(Map<DatasetId, Set<UseCaseName>> signed, Map<DatasetId, Set<Period>> closed) {
        this(signed, closed, false);
    }

    private Agreements(Map<DatasetId, Set<UseCaseName>> signed, Map<DatasetId, Set<Period>> closed, boolean isOwn) {
        this.isOwn = isOwn;
        this.signed = copy(signed);
        this.closed = copy(closed);
    }

    private static <T> Map<DatasetId, Set<T>> copy(Map<DatasetId, Set<T>> sets) {
        Map<DatasetId, Set<T>> copy = new HashMap<>();
        sets.forEach((dataset, set) -> copy.put(dataset, Set.copyOf(set)));
        return Map.copyOf(copy);
    }

    /// Nothing is signed.
    public static Agreements none() {
        return new Agreements(Map.of(), Map.of());
    }

    /// Nothing needs to be signed, because nothing leaves: for whoever holds the data and works for itself alone.
    public static Agreements ofOwnUse() {
        return new Agreements(Map.of(), Map.of(), true);
    }

    /// Whether the organisation may hand a period in.
    public boolean isOpen(DatasetId dataset, Period period) {
        return !closed.getOrDefault(dataset, Set.of()).contains(period);
    }

    /// The periods of a dataset that the organisation may not hand in, in their order.
    public List<Period> closed(DatasetId dataset) {
        return closed.getOrDefault(dataset, Set.of()).stream().sorted().toList();
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
