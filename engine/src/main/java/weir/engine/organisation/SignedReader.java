package weir.engine.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import weir.engine.dataset.DatasetId;
import weir.engine.dataset.UseCaseName;
import weir.engine.yaml.Faults;
import weir.engine.yaml.YamlValue.Entry;

/// Reads who has signed what: for each dataset and use case `all`, or a list of codes.
final class SignedReader {

    private final Codes codes;
    private final Faults faults;
    private final Map<OrganisationCode, Map<DatasetId, Set<UseCaseName>>> signed = new HashMap<>();

    SignedReader(Collection<Organisation> organisations, Faults faults) {
        this.codes = new Codes(organisations, faults);
        this.faults = faults;
    }

    Map<OrganisationCode, Map<DatasetId, Set<UseCaseName>>> read(List<Entry> datasets) {
        codes.forEach(datasets, "use cases", this::read);
        return signed;
    }

    private void read(Entry dataset, Entry useCase) {
        try {
            DatasetId id = new DatasetId(dataset.key());
            UseCaseName name = new UseCaseName(useCase.key());
            for (Organisation organisation : codes.read(useCase)) {
                signed.computeIfAbsent(organisation.code(), _ -> new HashMap<>())
                        .computeIfAbsent(id, _ -> new HashSet<>())
                        .add(name);
            }
        } catch (IllegalArgumentException e) {
            faults.add(useCase.line(), "This names no dataset and use case: " + e.getMessage());
        }
    }
}
