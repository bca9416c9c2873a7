package weir.app.docs;

import weir.app.settings.ServiceSettings;
import weir.platform.settings.Setting;
import weir.platform.settings.SettingsGroup;

/// Writes the page of all settings from their own descriptions.
final class SettingsReference {

    private final StringBuilder page = new StringBuilder();

    String page() {
        page.append("""
                # Settings

                <!-- Made from the settings themselves. Change them, then run
                     mvn -pl app -am test -Dtest=ReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Dweir.update=true -->

                Settings stand in `weir.yaml`, in the folder you start `weir` in or where `--settings` or `WEIR_SETTINGS` say.
                A dot in a key is a level in the file: `web.port` is `port` below `web`. A variable of the environment
                overrules the file. In a variable, commas stand between the items of a list, and a mapping is `name=text`
                with commas between them. Relative paths are taken from the folder of the settings file.

                A secret never stands in the file. Set its variable, or name a file that holds it: as `KEY-file` in
                `weir.yaml`, or by the variable with `_FILE` at its end.

                `weir settings` shows what is in force and where each value comes from.

                """);
        ServiceSettings.ALL.forEach(this::group);
        return page.toString().stripTrailing() + "\n";
    }

    private void group(SettingsGroup group) {
        page.append("## ").append(group.name().isEmpty() ? "The process" : group.name()).append("\n\n");
        page.append(group.doc()).append("\n\n");
        page.append("| key | must be | standard | variable | |\n|---|---|---|---|---|\n");
        group.settings().forEach(this::row);
        page.append('\n');
    }

    private void row(Setting<?> setting) {
        String key = setting.isSecret() ? setting.key() + "-file" : setting.key();
        String variable = setting.variable() + (setting.isSecret() ? "`, `" + setting.variable() + "_FILE" : "");
        String kind = setting.isSecret() ? "a secret; in the file, the path of a file with it" : setting.kind();
        String standard = setting.standard().filter(text -> !text.isEmpty()).map(text -> "`" + text + "`").orElse("");
        page.append("| `").append(key).append("` | ").append(kind).append(" | ").append(standard).append(" | `")
                .append(variable).append("` | ").append(setting.doc()).append(" |\n");
    }
}
