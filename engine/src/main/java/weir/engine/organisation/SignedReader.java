package weir.engine.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import weir.engine.dataset.DatasetId;
import weir.engine.dataset.UseCaseName;
import weir.engine.yaml.Faults;
import weir.engine.yaml.Nearest;
import weir.engine.yaml.YamlValue;
import weir.engine.yaml.YamlValue.Entry;
import weir.engine.yaml.YamlValue.Items;
import weir.engine.yaml.YamlValue.Mapping;
import weir.engine.yaml.YamlValue.Scalar;

/// Reads who has signed what: for each dataset and use case `all`, or a list of codes.
final class SignedReader {

    private static final String ALL = "all";

    private final Collection<Organisation> organisations;
    private final Faults faults;
    private final Map<OrganisationCode, Map<DatasetId, Set<UseCaseName>>> signed = new HashMap<>();

    SignedReader(Collection<Organisation> organisations, Faults faults) {
        this.organisations = organisations;
        this.faults = faults;
    }

    Map<OrganisationCode, Agreements> read(List<Entry> datasets) {
        for (Entry dataset : datasets) {
            if (dataset.value() instanceof Mapping(Map<String, Entry> useCases, int _)) {
                useCases.values().forEach(useCase -> read(dataset, useCase));
            } else {
                faults.add(dataset.line(), "Under " + dataset.key() + " stand use cases, each with 'all' or a list of codes; found "
                        + dataset.value().words() + ".");
            }
        }
        Map<OrganisationCode, Agreements> agreements = new HashMap<>();
        signed.forEach((code, all) -> agreements.put(code, new Agreements(all)));
        return agreements;
    }

    private void read(Entry dataset, Entry useCase) {
        try {
            DatasetId id = new DatasetId(dataset.key());
            UseCaseName name = new UseCaseName(useCase.key());
            for (Organisation organisation : signers(useCase)) {
                signed.computeIfAbsent(organisation.code(), _ -> new HashMap<>())
                        .computeIfAbsent(id, _ -> new HashSet<>())
                        .add(name);
            }
        } catch (IllegalArgumentException e) {
            faults.add(useCase.line(), "This names no dataset and use case: " + e.getMessage());
        }
    }

    private List<Organisation> signers(Entry useCase) {
        return switch (useCase.value()) {
            case Scalar(String text, YamlValue.Kind _, int _) when text.equals(ALL) -> List.copyOf(organisations);
            case Items(List<YamlValue> codes, int _) -> {
                List<Organisation> found = new ArrayList<>();
                codes.forEach(code -> find(code).ifPresent(found::add));
                yield found;
            }
            default -> {
                faults.add(useCase.line(), useCase.key() + " needs 'all' or a list of codes, as in [BAR, BEX].");
                yield List.of();
            }
        };
    }

    private Optional<Organisation> find(YamlValue value) {
        String text = value instanceof Scalar(String code, YamlValue.Kind _, int _) ? code : "";
        Optional<Organisation> found = organisations.stream()
                .filter(organisation -> organisation.code().value().equalsIgnoreCase(text))
                .findFirst();
        if (found.isEmpty()) {
            faults.add(value.line(), "'" + text + "' is no code of this file: add it under 'organisations'."
                    + Nearest.question(text, organisations.stream().map(one -> one.code().value()).toList()));
        }
        return found;
    }
}
