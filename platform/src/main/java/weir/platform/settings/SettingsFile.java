package weir.platform.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import weir.engine.yaml.Faults;
import weir.engine.yaml.Nearest;
import weir.engine.yaml.YamlFile;
import weir.engine.yaml.YamlValue;
import weir.platform.settings.SettingValues.Given;

/// Reads `weir.yaml` and the environment against a list of groups.
public final class SettingsFile {

    private static final String FILE_SUFFIX = "-file";
    private static final String PREFIX = "WEIR_";

    private final Map<String, Setting<?>> settings = new LinkedHashMap<>();
    private final Set<String> otherVariables;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Given> given = new LinkedHashMap<>();

    private SettingsFile(List<SettingsGroup> groups, Collection<String> otherVariables) {
        this.otherVariables = Set.copyOf(otherVariables);
        groups.forEach(group -> group.settings().forEach(setting -> settings.put(setting.key(), setting)));
    }

    /// @param file           the settings file; empty when there is none
    /// @param environment    the variables of this process
    /// @param otherVariables names that begin with `WEIR_` and are no settings
    /// @param base           the folder relative paths are taken from when there is no file
    /// @throws FaultySettings with every problem
    public static SettingValues read(
            List<SettingsGroup> groups,
            Optional<Path> file,
            Map<String, String> environment,
            Collection<String> otherVariables,
            Path base) {
        SettingsFile reader = new SettingsFile(groups, otherVariables);
        file.ifPresent(reader::readFile);
        Path folder = file.map(found -> found.toAbsolutePath().getParent()).orElse(base.toAbsolutePath());
        reader.readEnvironment(environment);
        reader.readSecretFiles(folder);
        reader.check();
        if (!reader.problems.isEmpty()) {
            throw new FaultySettings(reader.problems);
        }
        return new SettingValues(groups, reader.given, folder);
    }

    private void readFile(Path file) {
        String name = file.getFileName().toString();
        Faults faults = new Faults(name, (_, line, sentence) -> problem(name, line, sentence));
        try {
            YamlFile.read(file, faults).ifPresent(top -> readMapping(name, "", top));
        } catch (IOException e) {
            problems.add(file + " cannot be read: make sure that it is there and may be read.");
        }
    }

    private void problem(String file, int line, String sentence) {
        problems.add(line == 0 ? file + ": " + sentence : file + " line " + line + ": " + sentence);
    }

    private void readMapping(String file, String prefix, YamlValue.Mapping mapping) {
        mapping.entries().values().forEach(entry -> {
            String key = prefix + entry.key();
            if (entry.value() instanceof YamlValue.Mapping inner && !settings.containsKey(key) && isGroup(key)) {
                readMapping(file, key + ".", inner);
            } else {
                readValue(file, key, entry);
            }
        });
    }

    private boolean isGroup(String key) {
        return settings.keySet().stream().anyMatch(known -> known.startsWith(key + "."));
    }

    private void readValue(String file, String key, YamlValue.Entry entry) {
        Optional<String> text = text(entry.value());
        if (isGroup(key) && !settings.containsKey(key)) {
            if (!(entry.value() instanceof YamlValue.Scalar scalar && scalar.kind() == YamlValue.Kind.NOTHING)) {
                problem(file, entry.line(), "'" + key + "' must be a mapping of settings; found " + entry.value().words() + ".");
            }
        } else if (isSecretFile(key) || settings.containsKey(key) && !settings.get(key).isSecret()) {
            text.ifPresentOrElse(
                    value -> given.put(key, new Given(value, file + " line " + entry.line())),
                    () -> problem(file, entry.line(), "'" + key + "' must be " + kind(key) + "; found " + entry.value().words() + "."));
        } else if (settings.containsKey(key)) {
            problem(file, entry.line(), "'" + key + "' is a secret and must not stand here: set "
                    + settings.get(key).variable() + ", or name the file that holds it as '" + key + FILE_SUFFIX + "'.");
        } else {
            problem(file, entry.line(), "'" + key + "' is not a setting." + Nearest.question(key, known()));
        }
    }

    private String kind(String key) {
        Setting<?> setting = settings.get(key);
        return setting == null ? "a path" : setting.kind();
    }

    private boolean isSecretFile(String key) {
        if (!key.endsWith(FILE_SUFFIX)) {
            return false;
        }
        Setting<?> setting = settings.get(key.substring(0, key.length() - FILE_SUFFIX.length()));
        return setting != null && setting.isSecret();
    }

    private Set<String> known() {
        Set<String> known = new LinkedHashSet<>();
        settings.values().forEach(setting -> known.add(setting.isSecret() ? setting.key() + FILE_SUFFIX : setting.key()));
        return known;
    }

    /// A value as one text: lists with commas, mappings as `name=text` with commas.
    private static Optional<String> text(YamlValue value) {
        return switch (value) {
            case YamlValue.Scalar scalar ->
                scalar.kind() == YamlValue.Kind.NOTHING ? Optional.empty() : Optional.of(scalar.text());
            case YamlValue.Items items -> joined(items.values().stream().map(SettingsFile::text).toList());
            case YamlValue.Mapping mapping -> joined(mapping.entries().values().stream()
                    .map(entry -> text(entry.value()).map(text -> entry.key() + "=" + text))
                    .toList());
        };
    }

    private static Optional<String> joined(List<Optional<String>> parts) {
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(parts.stream().map(Optional::orElseThrow).collect(Collectors.joining(",")))
                : Optional.empty();
    }

    private void readEnvironment(Map<String, String> environment) {
        Map<String, String> keys = new LinkedHashMap<>();
        settings.values().forEach(setting -> {
            keys.put(setting.variable(), setting.key());
            if (setting.isSecret()) {
                keys.put(setting.variable() + "_FILE", setting.key() + FILE_SUFFIX);
            }
        });
        environment.forEach((variable, text) -> {
            String key = keys.get(variable);
            if (key != null) {
                given.put(key, new Given(text, variable));
            } else if (variable.startsWith(PREFIX) && !otherVariables.contains(variable)) {
                problems.add(variable + ": there is no such setting." + Nearest.question(variable, keys.keySet()));
            }
        });
    }

    private void readSecretFiles(Path folder) {
        settings.values().stream().filter(Setting::isSecret).forEach(setting -> {
            Given named = given.remove(setting.key() + FILE_SUFFIX);
            if (named != null && !given.containsKey(setting.key())) {
                readSecret(folder.resolve(named.text()), setting, named.place());
            }
        });
    }

    private void readSecret(Path file, Setting<?> setting, String place) {
        try {
            given.put(setting.key(), new Given(Files.readString(file).strip(), place));
        } catch (IOException e) {
            problems.add(place + ": the file " + file + " for '" + setting.key() + "' cannot be read: make sure that it is there and may be read.");
        }
    }

    private void check() {
        given.forEach((key, value) -> {
            Setting<?> setting = settings.get(key);
            if (setting != null && setting.parse(value.text()).isEmpty()) {
                problems.add(value.place() + ": '" + key + "' must be " + setting.kind() + ".");
            }
        });
    }
}
