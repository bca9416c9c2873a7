package weir.platform.settings;

import java.util.List;

/// The settings of one feature.
///
/// @param name the first part of their keys; empty for those that stand alone
/// @param doc  one sentence about the feature
public record SettingsGroup(String name, String doc, List<Setting<?>> settings) {

    public SettingsGroup {
        settings = List.copyOf(settings);
        for (Setting<?> setting : settings) {
            if (!name.isEmpty() && !setting.key().startsWith(name + ".")) {
                throw new IllegalArgumentException("The setting " + setting.key() + " does not belong to the group " + name + ".");
            }
        }
    }
}
