package weir.engine.organisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import weir.engine.dataset.FaultySpecification;
import weir.engine.dataset.Problem;
import weir.engine.yaml.Faults;
import weir.engine.yaml.Form;
import weir.engine.yaml.Section;
import weir.engine.yaml.YamlFile;
import weir.engine.yaml.YamlValue.Entry;
import weir.engine.yaml.YamlValue.Kind;
import weir.engine.yaml.YamlValue.Mapping;
import weir.engine.yaml.YamlValue.Scalar;

/// The organisations that hand data in, and what each has signed. Codes are compared without regard to case; codes and names are each unique.
public final class Organisations {

    private static final Form FORM = Form.of("a file of organisations", "organisations", "signed", "open");

    private static final Form ORGANISATION = Form.of("an organisation", "name", "number");
    private static final Pattern NUMBER = Pattern.compile("\\d{3}");

    private final Map<String, Organisation> byCode;
    private final Map<OrganisationCode, Agreements> agreements;

    private Organisations(Map<String, Organisation> byCode, Map<OrganisationCode, Agreements> agreements) {
        this.byCode = byCode;
        this.agreements = agreements;
    }

    /// Nobody is known: every code stands for itself.
    public static Organisations none() {
        return new Organisations(Map.of(), Map.of());
    }

    /// @param file a YAML file with a code and a name in each line under `organisations`, or a name and a number, and under `signed` who has signed
    ///             which use cases of which datasets, and under `open` for whom a period is open
    /// @throws FaultySpecification when anything in it is wrong, with every problem found
    /// @throws UncheckedIOException when it cannot be read
    public static Organisations read(Path file) {
        List<Problem> problems = new ArrayList<>();
        Faults faults = new Faults(
                String.valueOf(file.getFileName()),
                (name, line, sentence) -> problems.add(new Problem(name, line, sentence)));
        Map<String, Organisation> byCode = new LinkedHashMap<>();
        Map<OrganisationCode, Agreements> agreements = new HashMap<>();
        try {
            YamlFile.read(file, faults)
                    .map(top -> new Section(FORM, top, faults))
                    .ifPresent(section -> {
                        addAll(section, byCode);
                        agreements.putAll(agreements(section, byCode.values()));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!problems.isEmpty()) {
            throw new FaultySpecification(problems);
        }
        return new Organisations(byCode, agreements);
    }

    public Optional<Organisation> find(OrganisationCode code) {
        return Optional.ofNullable(byCode.get(fold(code.value())));
    }

    /// What an organisation has signed and may hand in; nothing signed when the file does not say.
    public Agreements agreements(OrganisationCode code) {
        return agreements.getOrDefault(code, Agreements.none());
    }

    /// All of them in the order of the file.
    public List<Organisation> all() {
        return List.copyOf(byCode.values());
    }

    private static Map<OrganisationCode, Agreements> agreements(Section section, Collection<Organisation> all) {
        var signed = new SignedReader(all, section.faults()).read(section.entries("signed"));
        var closed = new OpenReader(all, section.faults()).read(section.entries("open"));
        Map<OrganisationCode, Agreements> agreements = new HashMap<>();
        for (Organisation organisation : all) {
            agreements.put(organisation.code(), new Agreements(
                    signed.getOrDefault(organisation.code(), Map.of()), closed.getOrDefault(organisation.code(), Map.of())));
        }
        return agreements;
    }

    private static void addAll(Section section, Map<String, Organisation> byCode) {
        Map<String, OrganisationCode> codeByName = new HashMap<>();
        for (Entry entry : section.entries("organisations")) {
            organisation(entry, section.faults()).ifPresent(organisation -> {
                if (byCode.putIfAbsent(fold(entry.key()), organisation) != null) {
                    section.faults().add(entry.line(), "The code " + entry.key() + " stands twice: remove one of them.");
                }
                OrganisationCode other = codeByName.putIfAbsent(fold(organisation.name()), organisation.code());
                if (other != null) {
                    section.faults().add(entry.line(), "'" + organisation.name() + "' has the code " + other
                            + " already: give each name one code.");
                }
            });
        }
    }

    private static Optional<Organisation> organisation(Entry entry, Faults faults) {
        if (entry.value() instanceof Mapping mapping) {
            Section section = new Section(ORGANISATION, mapping, faults);
            String number = section.text("number", "");
            if (!number.isEmpty() && !NUMBER.matcher(number).matches()) {
                section.fault("number", "The number of " + entry.key() + " must be three digits in quotes, as in \"302\".");
            }
            return organisation(entry, section.text("name"), number, faults);
        }
        if (!(entry.value() instanceof Scalar(String name, Kind kind, int _)) || kind != Kind.TEXT) {
            faults.add(entry.line(), "The name of " + entry.key() + " must be text; found " + entry.value().words() + ".");
            return Optional.empty();
        }
        return organisation(entry, name, "", faults);
    }

    private static Optional<Organisation> organisation(Entry entry, String name, String number, Faults faults) {
        try {
            return Optional.of(new Organisation(new OrganisationCode(entry.key()), name, number));
        } catch (IllegalArgumentException e) {
            faults.add(entry.line(), "'" + entry.key() + "' is not a code: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
