package weir.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Copies and reads folders of test files.
public final class Folders {

    private Folders() {}

    /// The files below a folder by their path with `/`; none when there is no folder.
    public static Map<String, Path> files(Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.filter(Files::isRegularFile)
                        .forEach(file -> files.put(
                                folder.relativize(file).toString().replace('\\', '/'), file));
            }
        }
        return files;
    }

    /// The text of the files whose path `wanted` accepts.
    public static Map<String, String> texts(Path folder, Predicate<String> wanted) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, Path> file : files(folder).entrySet()) {
            if (wanted.test(file.getKey())) {
                texts.put(file.getKey(), Files.readString(file.getValue(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    /// Copies every file of a folder over another.
    public static void copy(Path from, Path to) throws IOException {
        for (Map.Entry<String, Path> file : files(from).entrySet()) {
            Path target = to.resolve(file.getKey());
            Files.createDirectories(target.resolveSibling("."));
            Files.deleteIfExists(target);
            Files.copy(file.getValue(), target);
        }
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
        }
    }

    public static void delete(Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.forEach(paths::add);
            }
        }
        for (Path path : paths.reversed()) {
            Files.delete(path);
        }
    }

    /// Writes a file and the folders above it.
    public static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
