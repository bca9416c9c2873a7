package weir.app.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import weir.engine.format.Content;

/// The files a person named, folders opened, each with the name the reports show.
public final class InputFiles {

    private InputFiles() {}

    /// A file with the name the reports show.
    ///
    /// @param bytes its size
    public record Named(Path path, String name, long bytes) {}

    /// The files with their places: named as [#of] does.
    ///
    /// @throws WrongUse when a path does not exist or a folder holds no files
    public static List<Named> named(List<Path> paths) throws IOException {
        List<Named> named = new ArrayList<>();
        for (Path path : paths) {
            List<Content> contents = of(List.of(path));
            for (Content content : contents) {
                Path place = Files.isDirectory(path) ? path.resolve(content.name()) : path;
                named.add(new Named(place, content.name(), content.size()));
            }
        }
        return named;
    }

    /// A file is named by its folder and its name, one in a folder that was named by its path below it: what stands further
    /// up is the machine's business, and no year in it counts.
    ///
    /// @throws WrongUse when a path does not exist or a folder holds no files
    public static List<Content> of(List<Path> paths) throws IOException {
        List<Content> contents = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                contents.addAll(inFolder(path));
            } else if (Files.exists(path)) {
                contents.add(Content.of(path, nameOf(path)));
            } else {
                throw new WrongUse("There is no file " + path + ": check the name and the folder you are in.");
            }
        }
        return contents;
    }

    /// The files below a folder in the order of their names; hidden ones are left out.
    ///
    /// @throws WrongUse when there are none
    public static List<Content> inFolder(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Content> contents = walk.filter(Files::isRegularFile)
                    .filter(path -> !isHidden(folder.relativize(path)))
                    .map(path -> Content.of(path, slashed(folder.relativize(path))))
                    .sorted(Comparator.comparing(Content::name))
                    .toList();
            if (contents.isEmpty()) {
                throw new WrongUse("The folder " + folder + " holds no files: give the folder of the returns.");
            }
            return contents;
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path name : relative) {
            if (name.toString().startsWith(".") || name.toString().startsWith("~$")) {
                return true;
            }
        }
        return false;
    }

    private static String nameOf(Path path) {
        Path normal = path.normalize();
        return normal.getNameCount() <= 2 && !normal.isAbsolute()
                ? slashed(normal)
                : slashed(normal.subpath(Math.max(0, normal.getNameCount() - 2), normal.getNameCount()));
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
