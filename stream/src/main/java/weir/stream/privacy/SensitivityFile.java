package weir.stream.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import weir.engine.yaml.Faults;
import weir.engine.yaml.Form;
import weir.engine.yaml.Nearest;
import weir.engine.yaml.Section;
import weir.engine.yaml.YamlFile;
import weir.engine.yaml.YamlValue;

/// Reads lists of sensitive fields from YAML.
///
/// ```yaml
/// name: sif-au
/// version: "1"
/// replacements:
///   text: ZZREDACTED
///   date: "1582-10-15"
/// extreme:
///   StudentPersonal/StateProvinceId: text
/// high:
///   PersonInfo/Demographics/BirthDate: date
/// medium: {}
/// low: {}
/// ```
///
/// Every rating must be there, and every field names one of the replacements. All faults are told at once.
public final class SensitivityFile {

    private static final String SHIPPED = "sensitivities.yaml";
    private static final String REPLACEMENTS = "replacements";
    private static final Form FORM = Form.of(
            "a file of sensitivities", "name", "version", REPLACEMENTS, "extreme", "high", "medium", "low");

    private SensitivityFile() {}

    /// The lists that come with the program.
    public static Sensitivities shipped() throws IOException {
        try (InputStream in = SensitivityFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new FaultySensitivities(List.of("The file " + SHIPPED + " is missing from the program."));
            }
            return parse(SHIPPED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /// @throws FaultySensitivities when the file has faults
    public static Sensitivities read(Path file) throws IOException {
        List<String> sentences = new ArrayList<>();
        Faults faults = faults(file.toString(), sentences);
        return sensitivities(YamlFile.read(file, faults), faults, sentences);
    }

    /// The same for text.
    ///
    /// @param name what faults call it
    public static Sensitivities parse(String name, String yaml) {
        List<String> sentences = new ArrayList<>();
        Faults faults = faults(name, sentences);
        return sensitivities(YamlFile.parse(yaml, faults), faults, sentences);
    }

    private static Faults faults(String name, List<String> sentences) {
        return new Faults(name, (file, line, sentence) -> sentences.add(file + (line > 0 ? ":" + line : "") + ": " + sentence));
    }

    private static Sensitivities sensitivities(Optional<YamlValue.Mapping> yaml, Faults faults, List<String> sentences) {
        Optional<Sensitivities> read = yaml.map(mapping -> sensitivities(new Section(FORM, mapping, faults), faults));
        if (read.isEmpty() || !sentences.isEmpty()) {
            throw new FaultySensitivities(sentences);
        }
        return read.get();
    }

    private static Sensitivities sensitivities(Section file, Faults faults) {
        Map<String, String> replacements = new LinkedHashMap<>();
        entries(file, REPLACEMENTS, faults).forEach((name, entry) -> replacements.put(name, text(entry, faults)));
        Map<Rating, List<SensitivityRule>> lists = new EnumMap<>(Rating.class);
        for (Rating rating : Rating.values()) {
            lists.put(rating, rules(entries(file, rating.word(), faults), replacements, faults));
        }
        return new Sensitivities(file.text("name"), file.text("version"), lists);
    }

    private static List<SensitivityRule> rules(
            Map<String, YamlValue.Entry> entries, Map<String, String> replacements, Faults faults) {
        List<SensitivityRule> rules = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>(replacements.keySet());
        for (YamlValue.Entry entry : entries.values()) {
            String name = text(entry, faults);
            if (!SensitivityRule.isPath(entry.key())) {
                faults.add(entry.line(), "'" + entry.key() + "' is no path: write the names of elements divided by '/', as in "
                        + "StudentPersonal/LocalId, and an attribute as StudentPersonal/@RefId.");
            } else if (!names.contains(name)) {
                faults.add(entry.line(), "'" + name + "' is not one of the replacements: " + String.join(", ", names) + "."
                        + Nearest.question(name, names));
            } else {
                rules.add(new SensitivityRule(entry.key(), replacements.getOrDefault(name, "")));
            }
        }
        return rules;
    }

    private static Map<String, YamlValue.Entry> entries(Section file, String key, Faults faults) {
        Optional<YamlValue> value = file.value(key);
        if (value.isEmpty()) {
            faults.add(file.line(), "'" + key + "' is missing: add it, with {} when there is none.");
        } else if (value.get() instanceof YamlValue.Mapping mapping) {
            return mapping.entries();
        } else {
            faults.add(file.line(key), "'" + key + "' must be a mapping, a line for each; found " + value.get().words() + ".");
        }
        return Map.of();
    }

    private static String text(YamlValue.Entry entry, Faults faults) {
        if (entry.value() instanceof YamlValue.Scalar(String text, YamlValue.Kind kind, int _) && kind == YamlValue.Kind.TEXT) {
            return text;
        }
        faults.add(entry.line(), "'" + entry.key() + "' must have a text; found " + entry.value().words()
                + ". Put it in quotation marks.");
        return "";
    }
}
