package weir.engine.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/// Files that hold what the program is expected to write, and pages that are made from it.
///
/// `-Dweir.update=true` rewrites them; look at the difference before you commit it.
public final class Golden {

    private Golden() {}

    /// The root of the repository.
    public static Path root() {
        return Path.of(Objects.requireNonNull(
                System.getProperty("weir.root"), "Set -Dweir.root to the root of the repository."));
    }

    /// Fails when `file` does not hold exactly `actual`.
    ///
    /// @param file below [#root()] when it is relative
    public static void check(Path file, String actual) {
        Path path = root().resolve(file);
        try {
            if (Boolean.getBoolean("weir.update")) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.writeString(path, actual, StandardCharsets.UTF_8);
                return;
            }
            assertThat(path).as("run again with -Dweir.update=true, then look at the difference").exists();
            assertThat(actual)
                    .as("%s is stale: run again with -Dweir.update=true, then look at the difference", file)
                    .isEqualTo(Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
