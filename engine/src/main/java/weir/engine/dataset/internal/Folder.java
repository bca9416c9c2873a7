package weir.engine.dataset.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import weir.engine.dataset.FaultySpecification;
import weir.engine.dataset.Period;
import weir.engine.dataset.Problem;
import weir.engine.dataset.Report;
import weir.engine.yaml.Faults;
import weir.engine.yaml.Form;
import weir.engine.yaml.Section;
import weir.engine.yaml.YamlFile;
import weir.engine.yaml.YamlValue.Mapping;

/// A dataset's folder while it is read, with the problems found so far.
public final class Folder {

    private static final String SUFFIX = ".yaml";

    private final Path path;
    private final String name;
    private final List<Problem> problems = new ArrayList<>();

    public Folder(Path path) {
        this.path = path;
        this.name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    public String name() {
        return name;
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /// @param file relative to the folder, with `/` between its parts
    public Faults faults(String file) {
        return new Faults(name + "/" + file, (place, line, sentence) -> problems.add(new Problem(place, line, sentence)));
    }

    public boolean has(String file) {
        return Files.isRegularFile(path.resolve(file));
    }

    /// The mapping at the top of a file; empty, and a problem, when there is none.
    public Optional<Mapping> read(String file, Faults faults) {
        try {
            return YamlFile.read(path.resolve(file), faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Section> section(String file, Form form) {
        Faults faults = faults(file);
        return read(file, faults).map(top -> new Section(form, top, faults));
    }

    /// The reports; none, and their problems, when they cannot be read.
    public List<Report> reports() {
        try {
            return ReportReader.read(path);
        } catch (FaultySpecification e) {
            e.problems().stream().filter(problem -> !problems.contains(problem)).forEach(problems::add);
            return List.of();
        }
    }

    /// The names, without their ending, of the YAML files of a folder in the order of the alphabet.
    public List<String> namesIn(String subfolder) {
        Path folder = path.resolve(subfolder);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!isOfTerm(file)) {
                    addName(names, subfolder, String.valueOf(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.sort(names);
        return names;
    }

    /// Whether it is a folder that holds what belongs to one term.
    private static boolean isOfTerm(Path path) {
        String name = String.valueOf(path.getFileName());
        return Files.isDirectory(path)
                && Arrays.stream(Period.Term.values()).map(Period.Term::word).anyMatch(name::equals);
    }

    private void addName(List<String> names, String subfolder, String fileName) {
        if (fileName.endsWith(SUFFIX)) {
            names.add(fileName.substring(0, fileName.length() - SUFFIX.length()));
        } else if (!fileName.startsWith(".")) {
            faults(subfolder + "/" + fileName).add(0, "A specification is made of files that end in .yaml: rename or move this one.");
        }
    }
}
