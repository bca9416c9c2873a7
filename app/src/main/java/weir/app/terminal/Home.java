package weir.app.terminal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where the program finds what comes with it.
///
/// @param datasets the folder of the published datasets
public record Home(Path datasets) {

    /// `WEIR_DATASETS` if it is set, else the folder `datasets` beside the launcher (`weir.home`), else the nearest one
    /// above the current folder.
    public static Home ofThisProcess() {
        Optional<Path> named = Optional.ofNullable(System.getenv("WEIR_DATASETS")).map(Path::of);
        Optional<Path> besideLauncher = Optional.ofNullable(System.getProperty("weir.home"))
                .map(home -> Path.of(home).resolve("datasets"));
        return new Home(named.or(() -> besideLauncher).orElseGet(Home::above));
    }

    private static Path above() {
        Path current = Path.of("").toAbsolutePath();
        for (Path folder = current; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("datasets/organisations.yaml"))) {
                return folder.resolve("datasets");
            }
        }
        return current.resolve("datasets");
    }
}
