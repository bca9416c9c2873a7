package weir.engine.dataset;

import java.nio.file.Path;

import weir.engine.dataset.internal.Folder;
import weir.engine.dataset.internal.FolderReader;

/// Reads a dataset from its folder of YAML, described in `datasets/specification.schema.json`.
public final class DatasetReader {

    private DatasetReader() {}

    /// @param folder the dataset's own folder; its name is the dataset's
    /// @throws FaultySpecification when anything in it is wrong, with every problem found
    /// @throws java.io.UncheckedIOException when a file cannot be read
    public static Dataset read(Path folder) {
        return new FolderReader(new Folder(folder)).read();
    }
}
