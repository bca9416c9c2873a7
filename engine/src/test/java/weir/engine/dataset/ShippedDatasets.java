package weir.engine.dataset;

import java.nio.file.Path;

/// The datasets this repository ships, and where the published facts they are held against may lie.
final class ShippedDatasets {

    private ShippedDatasets() {}

    static Path folder() {
        return root().resolve("datasets");
    }

    static Path reference() {
        return root().resolve("../shared/reference/collect/schemas").normalize();
    }

    static Dataset read(String id) {
        return DatasetReader.read(folder().resolve(id));
    }

    private static Path root() {
        return Path.of(System.getProperty("weir.root", ".."));
    }
}
