package weir.engine.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Period;
import weir.engine.yaml.Faults;
import weir.engine.yaml.YamlValue.Entry;

/// Reads for whom a period is open: for each dataset and period `all`, or a list of codes. A period that is not named is open
/// for all.
final class OpenReader {

    private final Collection<Organisation> organisations;
    private final Codes codes;
    private final Faults faults;
    private final Map<OrganisationCode, Map<DatasetId, Set<Period>>> closed = new HashMap<>();

    OpenReader(Collection<Organisation> organisations, Faults faults) {
        this.organisations = organisations;
        this.codes = new Codes(organisations, faults);
        this.faults = faults;
    }

    /// The periods that are not open, by organisation and dataset.
    Map<OrganisationCode, Map<DatasetId, Set<Period>>> read(List<Entry> datasets) {
        codes.forEach(datasets, "periods", this::read);
        return closed;
    }

    private void read(Entry dataset, Entry entry) {
        Optional<Period> period = Period.parse(entry.key());
        if (period.isEmpty()) {
            faults.add(entry.line(), "'" + entry.key() + "' is no period: write 2025, 2025-06 or 2025-autumn.");
            return;
        }
        List<Organisation> open = codes.read(entry);
        try {
            DatasetId id = new DatasetId(dataset.key());
            organisations.stream()
                    .filter(organisation -> !open.contains(organisation))
                    .forEach(organisation -> closed.computeIfAbsent(organisation.code(), _ -> new HashMap<>())
                            .computeIfAbsent(id, _ -> new HashSet<>())
                            .add(period.get()));
        } catch (IllegalArgumentException e) {
            faults.add(dataset.line(), "This names no dataset: " + e.getMessage());
        }
    }
}
