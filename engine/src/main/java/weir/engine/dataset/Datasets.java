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
public final class Datasets implements Catalogue {

    private final Path folder;
    private final ConcurrentMap<DatasetId, Dataset> read = new ConcurrentHashMap<>();
    private final ConcurrentMap<DatasetId, Outline> outlines = new ConcurrentHashMap<>();

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

    /// Holds one folder per dataset.
    public Path folder() {
        return folder;
    }

    /// Reads none of them.
    @Override
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

    @Override
    public Dataset dataset(DatasetId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no dataset " + id + "."));
    }

    @Override
    public Outline outline(DatasetId id) {
        return outlines.computeIfAbsent(id, _ -> Outline.read(folder.resolve(id.value())));
    }

    /// The reports of a dataset, in the order of their names. Read anew each time.
    /// @throws FaultySpecification when a file cannot be read as a report
    public List<Report> reports(DatasetId id) {
        return ReportReader.read(folder.resolve(id.value()));
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
