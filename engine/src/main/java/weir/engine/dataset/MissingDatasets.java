package weir.engine.dataset;

import java.nio.file.Path;

/// The folder of datasets is not where it should be.
public final class MissingDatasets extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MissingDatasets(Path folder) {
        super("There is no folder of datasets at " + folder + ": name the folder that holds one folder per dataset.");
    }
}
