package weir.engine.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import weir.engine.dataset.internal.ReportReader;

/// The datasets of a folder, each read when it is first asked for and then kept. Safe for use by many threads.
public final class Datasets {

    private final Path folder;
    private final ConcurrentMap<DatasetId, Dataset> read = new ConcurrentHashMap<>();

    private Datasets(Path folder) {
        this.folder = folder;
    }

    /// @param folder holds one folder per dataset
    /// @throws MissingDatasets when it does not exist
    public static Datasets in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new MissingDatasets(folder);
        }
        return new Datasets(folder);
    }

    /// The names of all datasets, in the order of the alphabet. Reads none of them.
    public List<DatasetId> ids() {
        List<DatasetId> ids = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, Datasets::isDataset)) {
            for (Path path : folders) {
                ids.add(id(String.valueOf(path.getFileName())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ids.sort((a, b) -> a.value().compareTo(b.value()));
        return ids;
    }

    /// @throws FaultySpecification when the dataset's folder cannot be read as a specification
    public Optional<Dataset> find(DatasetId id) {
        Path path = folder.resolve(id.value());
        return isDataset(path)
                ? Optional.of(read.computeIfAbsent(id, _ -> DatasetReader.read(path)))
                : Optional.empty();
    }

    /// The reports of a dataset, in the order of their names. Read anew each time.
    /// @throws FaultySpecification when a file cannot be read as a report
    public List<Report> reports(DatasetId id) {
        return ReportReader.read(folder.resolve(id.value()));
    }

    /// All datasets, in the order of [#ids()].
    /// @throws FaultySpecification when the folder of any cannot be read as a specification
    public List<Dataset> all() {
        return ids().stream().flatMap(id -> find(id).stream()).toList();
    }

    private static boolean isDataset(Path path) {
        return Files.isRegularFile(path.resolve("dataset.yaml"));
    }

    private static DatasetId id(String name) {
        try {
            return new DatasetId(name);
        } catch (IllegalArgumentException e) {
            throw new FaultySpecification(List.of(
                    new Problem(name + "/dataset.yaml", 0, "The folder's name cannot be a dataset's: " + e.getMessage())));
        }
    }
}
