package weir.app.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import weir.app.WeirProgram;

import static org.assertj.core.api.Assertions.assertThat;

/// The repository the tests run in: its pages and other files.
final class Repository {

    private static final List<String> NOT_OURS = List.of("target", ".git", "weir-demo", "weir-data");

    private Repository() {}

    static Path root() {
        return WeirProgram.root();
    }

    /// Every page of Markdown, by its path below the root.
    static List<Path> pages() {
        try (Stream<Path> walk = Files.walk(root())) {
            return walk.filter(path -> path.toString().endsWith(".md"))
                    .map(root()::relativize)
                    .filter(Repository::isOurs)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path page) {
        return Stream.iterate(page, Objects::nonNull, Path::getParent)
                .noneMatch(part -> NOT_OURS.contains(Objects.requireNonNull(part.getFileName()).toString()));
    }

    static String read(Path file) {
        try {
            return Files.readString(root().resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Fails when a page that is made by the program is not what the program makes now; `-Dweir.update=true` rewrites it.
    static void checkMade(Path page, String made) {
        if (Boolean.getBoolean("weir.update")) {
            try {
                Files.createDirectories(root().resolve(page).toAbsolutePath().getParent());
                Files.writeString(root().resolve(page), made, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(made)
                .as("%s is stale: run again with -Dweir.update=true, then look at the difference", page)
                .isEqualTo(read(page));
    }
}
