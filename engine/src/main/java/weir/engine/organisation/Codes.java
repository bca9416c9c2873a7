package weir.engine.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import weir.engine.yaml.Faults;
import weir.engine.yaml.Nearest;
import weir.engine.yaml.YamlValue;
import weir.engine.yaml.YamlValue.Entry;
import weir.engine.yaml.YamlValue.Items;
import weir.engine.yaml.YamlValue.Mapping;
import weir.engine.yaml.YamlValue.Scalar;

/// Reads which organisations of the file are meant: `all`, or a list of codes.
final class Codes {

    private static final String ALL = "all";

    private final Collection<Organisation> organisations;
    private final Faults faults;

    Codes(Collection<Organisation> organisations, Faults faults) {
        this.organisations = organisations;
        this.faults = faults;
    }

    /// Goes through what stands by dataset and name.
    ///
    /// @param what the names, in words for a fault: `periods`
    /// @param each gets the dataset and the name, which [#read(Entry)] reads
    void forEach(List<Entry> datasets, String what, BiConsumer<Entry, Entry> each) {
        for (Entry dataset : datasets) {
            if (dataset.value() instanceof Mapping(Map<String, Entry> names, int _)) {
                names.values().forEach(name -> each.accept(dataset, name));
            } else {
                faults.add(dataset.line(), "Under " + dataset.key() + " stand " + what
                        + ", each with 'all' or a list of codes; found " + dataset.value().words() + ".");
            }
        }
    }

    List<Organisation> read(Entry entry) {
        return switch (entry.value()) {
            case Scalar(String text, YamlValue.Kind _, int _) when text.equals(ALL) -> List.copyOf(organisations);
            case Items(List<YamlValue> codes, int _) -> {
                List<Organisation> found = new ArrayList<>();
                codes.forEach(code -> find(code).ifPresent(found::add));
                yield found;
            }
            default -> {
                faults.add(entry.line(), entry.key() + " needs 'all' or a list of codes, as in [BAR, BEX].");
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
