package weir.platform.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is in force: values set by somebody, and the standard ones for the rest. Never changes.
public final class SettingValues {

    /// Where a value comes from.
    ///
    /// @param text  as it was written
    /// @param place `weir.yaml line 3`, `WEIR_WEB_PORT`, or `standard`
    public record Given(String text, String place) {}

    private final List<SettingsGroup> groups;
    private final Map<String, Given> given;
    private final Path base;

    SettingValues(List<SettingsGroup> groups, Map<String, Given> given, Path base) {
        this.groups = List.copyOf(groups);
        this.given = new LinkedHashMap<>(given);
        this.base = base;
    }

    /// The standard values.
    /// @param base the folder relative paths are taken from
    public static SettingValues standard(List<SettingsGroup> groups, Path base) {
        return new SettingValues(groups, Map.of(), base);
    }

    /// The value of a setting that always has one.
    public <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new IllegalArgumentException(setting.key() + " has no value."));
    }

    /// The value of a setting, when it has one.
    public <T> Optional<T> find(Setting<T> setting) {
        Given set = given.get(setting.key());
        return set == null ? setting.standard().flatMap(setting::parse) : setting.parse(set.text());
    }

    /// A path, made absolute.
    public Path path(Setting<Path> setting) {
        return base.resolve(get(setting)).normalize();
    }

    /// The same for one that may not be set.
    public Optional<Path> findPath(Setting<Path> setting) {
        return find(setting).map(path -> base.resolve(path).normalize());
    }

    /// What was set, or the standard value; secrets as stars. Empty when it has no value.
    public Optional<Given> shown(Setting<?> setting) {
        Given set = given.get(setting.key());
        if (set == null) {
            return setting.standard().map(text -> new Given(text, "standard"));
        }
        return Optional.of(setting.isSecret() ? new Given("****", set.place()) : set);
    }

    public List<SettingsGroup> groups() {
        return groups;
    }

    /// A copy in which a setting has another value, for commands that overrule the file.
    public SettingValues with(Setting<?> setting, String text, String place) {
        Map<String, Given> changed = new LinkedHashMap<>(given);
        changed.put(setting.key(), new Given(text, place));
        return new SettingValues(groups, changed, base);
    }
}
