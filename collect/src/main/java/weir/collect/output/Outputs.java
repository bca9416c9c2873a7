package weir.collect.output;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import weir.collect.output.store.PublicationStore;
import weir.platform.database.Database;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectReader;
import weir.platform.objects.ObjectStore;

/// What use cases may read now. Safe for many threads.
public final class Outputs {

    private final Database database;
    private final ObjectStore objects;
    private final PublicationStore store = new PublicationStore();

    public Outputs(Database database, ObjectStore objects) {
        this.database = database;
        this.objects = objects;
    }

    /// The current files of a use case.
    public List<OutputFile> current(String useCase) {
        return database.read(transaction -> store.current(transaction, useCase));
    }

    public Optional<OutputFile> find(String useCase, String path) {
        return database.read(transaction -> store.find(transaction, useCase, path));
    }

    /// The bytes of a file, proved while they are read.
    public ObjectReader read(OutputFile file) throws IOException {
        return objects.read(ObjectKey.of(file.object()));
    }
}
