package weir.app.settings;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weir.app.terminal.Exit;
import weir.platform.json.Json;
import weir.platform.settings.Setting;
import weir.platform.settings.SettingValues;
import weir.platform.settings.SettingValues.Given;
import weir.platform.settings.SettingsGroup;

/// `weir settings`
@Command(
        name = "settings",
        description = "Show the settings in force, where each comes from, and what it is for. Secrets show as stars.",
        footer = {"", "Exit code: 0 fine, 2 the settings have problems, all of which are listed.", "", "Example: weir settings --set"})
public final class SettingsCommand implements Callable<Integer> {

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Option(names = "--set", description = "Only those that somebody has set.")
    private boolean onlySet;

    @Option(names = "--json", description = "Print them as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        SettingValues values = options.read();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(all(values)));
        } else {
            values.groups().forEach(group -> print(out, group, values));
        }
        out.flush();
        return Exit.OK;
    }

    private Map<String, Object> all(SettingValues values) {
        Map<String, Object> all = new TreeMap<>();
        for (SettingsGroup group : values.groups()) {
            for (Setting<?> setting : group.settings()) {
                values.shown(setting).filter(this::isWanted).ifPresent(given ->
                        all.put(setting.key(), Map.of("value", given.text(), "from", given.place())));
            }
        }
        return all;
    }

    private boolean isWanted(Given given) {
        return !onlySet || !given.place().equals("standard");
    }

    private void print(PrintWriter out, SettingsGroup group, SettingValues values) {
        boolean isFirst = true;
        for (Setting<?> setting : group.settings()) {
            Optional<Given> given = values.shown(setting);
            if (given.isEmpty() ? onlySet : !isWanted(given.get())) {
                continue;
            }
            if (isFirst) {
                out.println((group.name().isEmpty() ? "" : group.name() + ": ") + group.doc());
                isFirst = false;
            }
            out.println("  " + setting.key() + " = " + given.map(Given::text).filter(text -> !text.isEmpty()).orElse("(not set)")
                    + given.map(found -> found.place().equals("standard") ? "" : "   [" + found.place() + "]").orElse(""));
            if (!onlySet) {
                out.println("      " + setting.doc());
            }
        }
        if (!isFirst) {
            out.println();
        }
    }
}
