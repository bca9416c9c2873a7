package weir.app.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import weir.app.terminal.WrongUse;
import weir.platform.settings.SettingValues;
import weir.platform.settings.SettingsFile;

/// Where a command finds the settings.
public final class SettingsOptions {

    private static final String USUAL = "weir.yaml";

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "The settings file. Default: WEIR_SETTINGS, else weir.yaml in this folder, else the standard settings.")
    private @Nullable Path file;

    @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder, in place of the setting 'data'.")
    private @Nullable Path data;

    /// What is in force.
    /// @throws weir.platform.settings.FaultySettings with every problem
    /// @throws WrongUse when the named file is not there
    public SettingValues read() {
        return read(System.getenv());
    }

    SettingValues read(Map<String, String> environment) {
        Path here = Path.of("").toAbsolutePath();
        SettingValues values = SettingsFile.read(
                ServiceSettings.ALL, find(environment, here), environment, ServiceSettings.OTHER_VARIABLES, here);
        return data == null ? values : values.with(ServiceSettings.DATA, data.toAbsolutePath().toString(), "--data");
    }

    private Optional<Path> find(Map<String, String> environment, Path here) {
        Optional<Path> named = Optional.ofNullable(file)
                .or(() -> Optional.ofNullable(environment.get("WEIR_SETTINGS")).map(Path::of));
        if (named.isPresent() && !Files.isRegularFile(named.get())) {
            throw new WrongUse("There is no settings file " + named.get() + ": check its name and the folder you are in.");
        }
        return named.or(() -> Optional.of(here.resolve(USUAL)).filter(Files::isRegularFile));
    }
}
